import { withOneMore } from '../../domain/account.ts'
import { isBehind } from '../../domain/behind.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { sameData } from '../../domain/sameData.ts'
import type { Database } from '../database.ts'
import { waitingConversations } from '../queries/waitingConversations.ts'

/** What of an account waits for its turn in the first import. */
interface Waiting {
  /** All that show more than is stored. */
  all: Conversation[]
  /** Those whose time to be looked at has come, newest first. */
  due: Conversation[]
}

/** Begins a run of the first import, and keeps how many conversations wait for their turn in it. */
export function beginImport(db: Database, accountId: string, now: number): Promise<Waiting> {
  return db.transaction('rw', [db.accounts, db.conversations, db.behind], async () => {
    const [account, all] = await Promise.all([
      db.accounts.get(accountId),
      waitingConversations(db, accountId),
    ])
    const due = all.filter((row) => isBehind(row, now)).sort((a, b) => b.lastActivityAt - a.lastActivityAt)
    if (!account) return { all, due }
    const { import: progress } = account
    const messagesTotal = Math.max(progress.messagesTotal, due.length)
    const next = { ...progress, messagesTotal, messagesDone: messagesTotal - due.length }
    if (!sameData(next, progress)) await db.accounts.put({ ...account, import: next })
    return { all, due }
  })
}

/** Counts a conversation that had its turn without bringing anything. */
export function noteOneMore(db: Database, accountId: string): Promise<void> {
  return db.transaction('rw', [db.accounts], async () => {
    const account = await db.accounts.get(accountId)
    if (account) await db.accounts.put({ ...account, import: withOneMore(account.import) })
  })
}

/**
 * The first import is through. Those that still show more than is stored are left to the polls.
 * @param waited the conversations that had waited for it
 */
export function commitImported(db: Database, accountId: string, waited: readonly string[]): Promise<void> {
  return db.transaction('rw', [db.accounts, db.conversations], async () => {
    const account = await db.accounts.get(accountId)
    if (!account) return
    const ids = [...new Set([...(account.behind ?? []), ...waited])]
    const rows = (await db.conversations.bulkGet(ids)).filter((row) => row !== undefined)
    const behind = rows.filter((row) => isBehind(row, Number.POSITIVE_INFINITY)).map(({ id }) => id)
    const { messagesTotal } = account.import
    const progress = { ...account.import, stage: 'done' as const, messagesDone: messagesTotal }
    await db.accounts.put({ ...account, behind, import: progress })
  })
}
