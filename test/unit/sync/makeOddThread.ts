import fc from 'fast-check'
import { readThread } from '../../../lib/sync/readThread.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeOddInbox, type Oddities, PLAIN } from './oddApi.ts'

const KEY = '2-thread'
export const ACCOUNT = { id: 'account-1', ownerProfileId: 'ACoAAowner' }
/** Milliseconds between messages: often none, so that whole pages are of one moment. */
export const pauses = (most: number) =>
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 20_000 })), {
    maxLength: most,
  })
/** One thread behind an API that pages oddly, with as many messages as there are pauses; nothing of it is stored yet. */
export async function makeOddThread(
  odd: Oddities,
  history: readonly number[],
  during: () => void | Promise<void> = () => undefined,
) {
  const inbox = makeOddInbox({ list: PLAIN, messages: odd, during })
  const row = makeConversation({ key: KEY, urn: `urn:li:msg_conversation:(x,${KEY})`, syncedTo: null })
  await inbox.db.accounts.put(makeAccount(ACCOUNT))
  await inbox.db.conversations.put(row)
  const id = row.id
  const real = () => inbox.threads.get(KEY)?.messages ?? []
  let at = inbox.clock.now - 3_600_000
  const receive = (pause: number) => {
    at += pause
    inbox.receive(KEY, at)
  }
  for (const pause of history) receive(pause)
  return {
    ...inbox,
    id,
    real,
    receive,
    keys: () => real().map((message) => message.key),
    read: (maxPages: number) =>
      readThread(inbox.sync, id, {
        lane: 'background',
        sync: false,
        whole: false,
        maxPages,
        arrivals: inbox.told,
      }),
  }
}
