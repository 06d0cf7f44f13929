import { expect, test } from 'vitest'
import { cacheStatistics } from '../../../lib/store/queries/cacheStatistics.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

test('what is kept is counted by account, one whose id begins like another’s apart', async () => {
  const db = openDatabase()
  await db.accounts.bulkAdd([
    makeAccount({ id: 'a', name: 'One', position: 0 }),
    makeAccount({ id: 'ab', name: 'Two', position: 1 }),
    makeAccount({ id: 'none', name: 'Three', position: 2 }),
  ])
  for (const [id, sentAt] of [
    ['a', 5],
    ['a', 9],
    ['ab', 3],
  ] as const) {
    await db.messages.add(makeMessage({ conversationId: `${id}/inbox/t`, sentAt }))
  }
  const span = { to: 9, cursor: null, cursorAt: 0, beginning: true }
  await db.spans.bulkAdd([
    { ...span, conversationId: 'a/inbox/t', from: 5 },
    { ...span, conversationId: 'ab/inbox/t', from: 3 },
  ])
  const media = { accountId: 'a', fetchedAt: 1, mediaType: null, content: new ArrayBuffer(1) }
  await db.media.bulkAdd([
    { ...media, url: 'u', byteSize: 40 },
    { ...media, url: 'v', byteSize: 2 },
  ])
  const found = await cacheStatistics(db)
  expect(found.accounts.map(({ messages, oldestAt }) => [messages, oldestAt])).toEqual([
    [2, 5],
    [1, 3],
    [0, null],
  ])
  expect(found.media).toEqual({ count: 2, bytes: 42 })
})
