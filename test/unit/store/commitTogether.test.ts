import { expect, test } from 'vitest'
import type { ReceivedMessage } from '../../../lib/domain/message.ts'
import { commitMessages, type MessagesCommit } from '../../../lib/store/commits/commitMessages.ts'
import { commitTogether } from '../../../lib/store/commits/commitTogether.ts'
import type { Database } from '../../../lib/store/database.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

const ACCOUNTS = ['a', 'b'].map((id) =>
  makeAccount({
    id,
    import: { stage: 'messages', listed: 7, messagesDone: 0, messagesTotal: 7 },
  }),
)
const own = { senderProfileId: 'ACoAAownera', senderName: 'Mira Holm' }
const THREADS = [0, 1, 2, 3, 4, 5, 6].map((nth) =>
  makeConversation({
    accountId: nth % 2 ? 'b' : 'a',
    key: `2-${nth}`,
    syncedTo: null,
    lastActivityAt: 9_000,
  }),
)

function pageOf(nth: number, received: readonly ReceivedMessage[]): MessagesCommit {
  const [account, thread] = [ACCOUNTS[nth % 2], THREADS[nth]]
  const [oldest, newest] = [received[0], received.at(-1)]
  if (!account || !thread || !oldest || !newest) throw new Error('No such thread')
  const ends = { from: oldest.sentAt, to: newest.sentAt }
  const stretch = { ...ends, cursor: 'older', cursorAt: 0, beginning: false }
  return { account, conversationId: thread.id, received, participants: [], stretch, importedTo: 9_000 }
}

const REPLY = makeSend({ id: 'send-1', conversationId: THREADS[4]?.id ?? '', text: 'At 2000' })

const PAGES = THREADS.map((_, nth) =>
  pageOf(nth, [makeReceived(1_000 + nth), makeReceived(2_000, own), makeReceived(9_000)]),
)

async function makeDatabase(): Promise<Database> {
  const db = openDatabase()
  await db.accounts.bulkPut(ACCOUNTS)
  await db.conversations.bulkPut(THREADS)
  return db
}

/** All that a commit leaves behind; chunks without their ids, which follow from the order of commits. */
async function contentsOf(db: Database): Promise<unknown> {
  const chunks = await db.searchChunks.toArray()
  return {
    accounts: await db.accounts.toArray(),
    conversations: await db.conversations.toArray(),
    counts: await db.counts.toArray(),
    messages: await db.messages.toArray(),
    spans: await db.spans.toArray(),
    triage: await db.triage.toArray(),
    outbox: await db.outbox.toArray(),
    chunks: chunks
      .map(({ id: _, ...chunk }) => chunk)
      .sort((a, b) => (a.conversationId < b.conversationId ? -1 : 1)),
  }
}

test('pages stored together leave what they leave one by one, and tell the same of themselves', async () => {
  const [together, alone] = [await makeDatabase(), await makeDatabase()]
  for (const db of [together, alone]) {
    // Not all of these are new: one has a message already, another a reply that is on its way.
    await commitMessages(db, pageOf(3, [makeReceived(2_000, own)]))
    await db.outbox.put(REPLY)
  }
  const told = await Promise.all(PAGES.map((page) => commitTogether(together, page)))
  const wanted = []
  for (const page of PAGES) wanted.push(await commitMessages(alone, page))
  expect(told).toEqual(wanted)
  expect(await contentsOf(together)).toEqual(await contentsOf(alone))
  // Once more, nothing is new.
  const again = await Promise.all(PAGES.map((page) => commitTogether(together, page)))
  expect(again.map(({ added }) => added)).toEqual(PAGES.map(() => 0))
})

test('a page that cannot be stored fails alone', async () => {
  const db = await makeDatabase()
  db.messages.hook('creating', (_, row) => {
    if (row.conversationId === THREADS[2]?.id) throw new Error('Not this one')
  })
  const ends = await Promise.allSettled(PAGES.map((page) => commitTogether(db, page)))
  expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(PAGES.map((_, nth) => nth !== 2))
  expect(await db.messages.count()).toBe(3 * (PAGES.length - 1))
  expect(
    await db.spans
      .where('[conversationId+from]')
      .between([THREADS[2]?.id, 0], [THREADS[2]?.id, 9_999])
      .count(),
  ).toBe(0)
})

test('two pages of one thread at once are both stored', async () => {
  const db = await makeDatabase()
  const pages = [pageOf(0, [makeReceived(100)]), pageOf(0, [makeReceived(200)])]
  const done = await Promise.all(pages.map((page) => commitTogether(db, page)))
  expect(done.map(({ added }) => added)).toEqual([1, 1])
  expect(await db.messages.count()).toBe(2)
})
