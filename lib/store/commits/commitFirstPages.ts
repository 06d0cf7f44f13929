import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { findCopies } from '../../domain/copies.ts'
import type { Message } from '../../domain/message.ts'
import { sameData } from '../../domain/sameData.ts'
import type { Span } from '../../domain/span.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { accountAfter } from './accountAfter.ts'
import { type Committed, type MessagesCommit, tablesOf } from './commitMessages.ts'
import { readKnown } from './readKnown.ts'
import { spansAfter } from './spansAfter.ts'
import { standingAfter } from './standingAfter.ts'
import { rowsOf } from './takeMessages.ts'

/**
 * Stores what was read of several threads, as commitMessages does, in one transaction: each costs as much as dozens of
 * rows do. Only threads of which nothing is stored yet, as in a first import, and nothing is being sent.
 * @param pages of a conversation each
 * @returns what came of each; null where it is not such a thread, and nothing was stored
 */
export function commitFirstPages(
  db: Database,
  pages: readonly MessagesCommit[],
): Promise<(Committed | null)[]> {
  return db.transaction('rw', tablesOf(db), async () => {
    const known = await readKnown(db, pages)
    const accounts = new Map<string, Account>()
    const messages: Message[] = []
    const spans: Span[] = []
    const triages: Triage[] = []
    const conversations: Conversation[] = []
    const done = pages.map((page, at) => {
      const before = known[at]
      if (!before?.isEmpty || before.spans.length > 0 || before.sends.length > 0) return null
      const fresh = newMessages(page, before.conversation)
      messages.push(...fresh)
      const after = spansAfter(before, page)
      spans.push(...after)
      const account = accounts.get(page.account.id) ?? before.account
      const next = accountAfter(page, { ...before, account }, { spans: after, added: fresh.length })
      if (next && next !== account) accounts.set(next.id, next)
      const { arrivals, newsAbove, triage, standing } = standingAfter(
        before,
        before.conversation,
        page,
        fresh,
      )
      if (!sameData(triage, before.triage)) triages.push(triage)
      if (!sameData(standing, before.conversation)) conversations.push(standing)
      return { added: fresh.length, arrivals, newsAbove }
    })
    await Promise.all([
      messages.length > 0 && db.messages.bulkAdd(messages),
      spans.length > 0 && db.spans.bulkPut(spans),
      accounts.size > 0 && db.accounts.bulkPut([...accounts.values()]),
      triages.length > 0 && db.triage.bulkPut(triages),
      conversations.length > 0 && db.conversations.bulkPut(conversations),
    ])
    return done
  })
}

function newMessages(page: MessagesCommit, conversation: Conversation): Message[] {
  const rows = rowsOf(page, conversation)
  const copies = findCopies(rows, rows)
  return rows.map((row) => {
    const copyOf = copies.get(row.id)
    return copyOf ? { ...row, copyOf } : row
  })
}
