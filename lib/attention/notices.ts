import { readMemo, writeMemo } from '../browser/memo.ts'
import type { Route } from '../domain/panelRoute.ts'

/** The id of the one digest. */
export const DIGEST = 'digest'
const PREFIX = 'conversation:'
const MEMO = 'digest'

/** The id of the one notification of a conversation. */
export function noticeOf(conversationId: string): string {
  return `${PREFIX}${conversationId}`
}

/** Notes which conversations the digest tells of. A browser that ends takes both digest and note with it. */
export function noteDigest(conversationIds: readonly string[]): Promise<void> {
  return writeMemo(MEMO, conversationIds)
}

/** The conversations a notification tells of. */
export async function toldBy(notice: string): Promise<string[]> {
  if (notice.startsWith(PREFIX)) return [notice.slice(PREFIX.length)]
  return ((await readMemo(MEMO)) ?? []) as string[]
}

/** Where a click on a notification leads. */
export function routeOfNotice(notice: string): Route {
  if (notice.startsWith(PREFIX)) return { page: 'conversation', id: notice.slice(PREFIX.length) }
  return { page: 'list', filter: 'unread' }
}
