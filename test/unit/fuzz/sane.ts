import type { Database } from '../../../lib/store/database.ts'

const DAY = 86_400_000

/** What is wrong with the stored rows as such, whatever they should say: nothing, normally. */
export async function insanity(db: Database, now: number): Promise<string[]> {
  const found: string[] = []
  const wrong = (row: unknown, what: string) =>
    void found.push(`${what}: ${JSON.stringify(row).slice(0, 300)}`)
  const tables = [db.accounts, db.conversations, db.messages, db.spans, db.triage, db.outbox] as const
  for (const table of tables) {
    for (const row of await table.toArray()) {
      for (const fault of faultsIn(row)) wrong(row, `${table.name} ${fault}`)
    }
  }
  const time = (at: unknown) => typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= now + DAY
  for (const row of await db.messages.toArray()) {
    if (!time(row.sentAt) || row.sentAt === 0) wrong(row, 'message time')
    if (!row.id.startsWith(`${row.conversationId}#`) || row.key === '') wrong(row, 'message id')
    const types = [typeof row.text, typeof row.own, typeof row.hasAttachment, Array.isArray(row.attachments)]
    if (types.join() !== 'string,boolean,boolean,true') wrong(row, 'message types')
  }
  for (const row of await db.conversations.toArray()) {
    const times = [row.lastActivityAt, row.latestInboundAt, row.syncedTo ?? 0, row.preview?.sentAt ?? 0]
    if (!times.every(time)) wrong(row, 'conversation time')
    if (row.title.trim() === '' || row.key === '' || row.urn === '') wrong(row, 'conversation name')
    if (!Number.isInteger(row.serverUnread) || row.serverUnread < 0) wrong(row, 'conversation count')
  }
  for (const row of await db.accounts.toArray()) {
    if (!time(row.cursor ?? 0) || !time(row.silentUpTo) || row.name.trim() === '') wrong(row, 'account')
  }
  return found
}

/** Strings and numbers that cannot be written, compared or computed with, anywhere in a row. */
function faultsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? ['a broken string'] : []
  if (typeof value === 'number') return Number.isFinite(value) ? [] : ['a number that is none']
  if (value === undefined) return ['an undefined field']
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(faultsIn)
}
