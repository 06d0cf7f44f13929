import { expect, test } from 'vitest'
import { conversationId } from '../../../lib/domain/urn.ts'
import { sentSince } from '../../../lib/store/queries/sentSince.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

test('own messages of today count for their account, whatever its id; theirs and older ones do not', async () => {
  const db = openDatabase()
  const thread = (accountId: string) => conversationId(accountId, 'inbox', '2-thread')
  const say = (accountId: string, own: boolean, sentAt: number) =>
    makeMessage({ conversationId: thread(accountId), own, sentAt })
  await db.messages.bulkAdd([
    say('acc/1', true, 100),
    say('acc/1', true, 150),
    say('acc/1', false, 150),
    say('acc/1', true, 99),
    say('acc 2', true, 120),
  ])
  expect(await sentSince(db, 100)).toEqual(
    new Map([
      ['acc/1', 2],
      ['acc 2', 1],
    ]),
  )
})
