import type { Harness } from './harness.ts'

type Row = Record<
  'id' | 'shelf' | 'unread' | 'starred' | 'muted' | 'labels' | 'snoozedUntil' | 'remindAt',
  unknown
>

/** What the user made of each conversation, as one text each: all as before once it was taken back. */
export async function keptTriage(harness: Harness): Promise<string[]> {
  const { conversations = [] } = (await harness.storageDump()).indexedDB.parley ?? {}
  return (conversations as Row[]).map(
    ({ id, shelf, unread, starred, muted, labels, snoozedUntil, remindAt }) =>
      JSON.stringify({ id, shelf, unread, starred, muted, labels, snoozedUntil, remindAt }),
  )
}
