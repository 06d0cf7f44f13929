import type { ReceivedMessage } from './message.ts'

/** A message younger than this (ms) may be missing only because the API's own store is behind (contract 7.6). */
const LAG_MS = 2 * 60_000

/** Between which server times (ms, both excluded) an answer shows every message there is. */
export interface Proven {
  above: number
  below: number
  /** LinkedIn itself was asked. */
  synced: boolean
}

/**
 * What a page of messages proves about those that are not in it: between its oldest and its newest row nothing else
 * exists (contract 2.10). Its ends prove nothing, as it may be cut there; only a page that begins with the newest
 * message of the thread, straight from LinkedIn, proves that nothing is newer. Null where it proves nothing: rows that
 * could not be read may be any message.
 * @param page.head it begins with the newest message of the thread
 * @param page.serverNow server ms
 */
export function provenBy(page: {
  messages: readonly ReceivedMessage[]
  rejected: number
  head: boolean
  synced: boolean
  serverNow: number
}): Proven | null {
  const [oldest, newest] = [page.messages[0], page.messages.at(-1)]
  if (page.rejected > 0 || !oldest || !newest) return null
  const settled = page.serverNow - LAG_MS
  const below = page.head && page.synced ? settled : Math.min(settled, newest.sentAt)
  return below - oldest.sentAt > 1 ? { above: oldest.sentAt, below, synced: page.synced } : null
}
