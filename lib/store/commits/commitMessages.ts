import type { Table } from 'dexie'
import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Message, ReceivedMessage } from '../../domain/message.ts'
import type { Participant } from '../../domain/participant.ts'
import type { Proven } from '../../domain/recalled.ts'
import { sameData } from '../../domain/sameData.ts'
import type { Span } from '../../domain/span.ts'
import type { Database } from '../database.ts'
import { accountAfter } from './accountAfter.ts'
import { type Known, readKnown } from './readKnown.ts'
import { removeRecalled } from './removeRecalled.ts'
import { settleKeys } from './settleKeys.ts'
import { spansAfter } from './spansAfter.ts'
import { standingAfter } from './standingAfter.ts'
import { takeMessages } from './takeMessages.ts'

export interface MessagesCommit {
  account: Account
  conversationId: string
  received: readonly ReceivedMessage[]
  participants: readonly Participant[]
  /** The stretch of history that is complete with these messages; null where nothing is known to be. */
  stretch: Omit<Span, 'conversationId'> | null
  /** These messages go on below others that were stored before. */
  goesOn?: boolean
  /** These messages and those above them came at one look: what is newer than this (server ms) is news like those. */
  newsAbove?: number | undefined
  /** Where in time the messages are proven to be all there are: others stored there were recalled. */
  proven?: Proven | null
  /**
   * It is the thread's turn in the first import: if a message is new, the thread is level with the activity of this
   * server time (ms), and counts as one more that is imported.
   */
  importedTo?: number | undefined
}

export interface Committed {
  /** Messages that were not stored before. */
  added: number
  /** New inbound messages that nobody has read or was told of yet; their mark has moved, so they come only this once. */
  arrivals: Message[]
  /** Up to which server time (ms) messages were old news. */
  newsAbove: number
}

/**
 * Stores messages of one thread with everything that follows from them, in one transaction: replies that are found
 * again leave the outbox, the conversation's place in the lists, the spans, the notified mark, the import's progress.
 * Running it twice with the same messages changes nothing the second time.
 */
export function commitMessages(db: Database, given: MessagesCommit): Promise<Committed> {
  return db.transaction('rw', tablesOf(db), async () => {
    const [known] = await readKnown(db, [given])
    if (!known) return { added: 0, arrivals: [], newsAbove: Number.POSITIVE_INFINITY }
    const { conversation, isEmpty } = known
    // Of a thread of which nothing is stored, nothing has to be looked up message by message.
    const received = isEmpty ? given.received : await settleKeys(db, conversation.id, given.received)
    const commit = { ...given, received }
    const { fresh, added, changed } = await takeMessages(db, commit, known)
    const { written, left } = isEmpty
      ? { written: added.length > 0 ? db.messages.bulkAdd(added) : undefined, left: conversation }
      : { written: undefined, left: await storeAmongOthers(db, commit, known, { added, changed }) }
    const spans = spansAfter(known, commit)
    const { arrivals, newsAbove, triage, standing } = standingAfter(known, left, commit, fresh)
    await Promise.all([
      written,
      writeSpans(db, known.spans, spans),
      writeAccount(db, known.account, accountAfter(commit, known, { spans, added: fresh.length })),
      sameData(triage, known.triage) ? undefined : db.triage.put(triage),
      sameData(standing, conversation) ? undefined : db.conversations.put(standing),
    ])
    return { added: fresh.length, arrivals, newsAbove }
  })
}

/** What a commit of messages reads and writes. */
export function tablesOf(db: Database): Table[] {
  return [db.messages, db.conversations, db.spans, db.triage, db.outbox, db.accounts]
}

/** @returns the conversation as it is without what was recalled */
async function storeAmongOthers(
  db: Database,
  { received, proven }: MessagesCommit,
  { conversation }: Known,
  { added, changed }: { added: readonly Message[]; changed: readonly Message[] },
): Promise<Conversation> {
  if (added.length > 0) await db.messages.bulkAdd(added)
  if (changed.length > 0) await db.messages.bulkPut(changed)
  return proven ? removeRecalled(db, conversation, received, proven) : conversation
}

/** @param after the very list of before where it says nothing new */
function writeSpans(
  db: Database,
  before: readonly Span[],
  after: readonly Span[],
): PromiseLike<unknown> | undefined {
  if (after === before) return undefined
  const kept = new Set(after.map((span) => span.from))
  const gone = before.filter((span) => !kept.has(span.from))
  const put = db.spans.bulkPut(after)
  if (gone.length === 0) return put
  return db.spans
    .bulkDelete(gone.map((span): [string, number] => [span.conversationId, span.from]))
    .then(() => put)
}

function writeAccount(
  db: Database,
  before: Account | undefined,
  after: Account | undefined,
): PromiseLike<unknown> | undefined {
  return after && after !== before ? db.accounts.put(after) : undefined
}
