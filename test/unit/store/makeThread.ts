import type { Account } from '../../../lib/domain/account.ts'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import type { ReceivedMessage } from '../../../lib/domain/message.ts'
import { commitMessages, type MessagesCommit } from '../../../lib/store/commits/commitMessages.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

/**
 * A database with one account and one thread that nothing is known of yet, and a way to commit messages to it:
 * they come with the stretch they cover, unless something else is said.
 */
export async function makeThread(change: Partial<Conversation> = {}, ofAccount: Partial<Account> = {}) {
  const db = openDatabase()
  const account = makeAccount({ id: 'account-1', ownerProfileId: 'ACoAAowner', ...ofAccount })
  const row = makeConversation({
    lastActivityAt: 0,
    latestInboundAt: 0,
    preview: null,
    syncedTo: null,
    participants: [
      { profileId: 'ACoAAother', name: 'Jonas Weber', headline: null, profileUrl: null, picture: null },
    ],
    ...change,
  })
  await db.accounts.put(account)
  await db.conversations.put(row)
  const stretchOf = (received: readonly ReceivedMessage[]): MessagesCommit['stretch'] => {
    const [oldest, newest] = [received[0], received.at(-1)]
    if (!oldest || !newest) return null
    return { from: oldest.sentAt, to: newest.sentAt, cursor: 'older', cursorAt: 0, beginning: false }
  }
  return {
    db,
    account,
    id: row.id,
    commit: (received: readonly ReceivedMessage[], more: Partial<MessagesCommit> = {}) =>
      commitMessages(db, {
        account,
        conversationId: row.id,
        received,
        participants: [],
        stretch: stretchOf(received),
        ...more,
      }),
    async conversation(): Promise<Conversation> {
      const stored = await db.conversations.get(row.id)
      if (!stored) throw new Error('The conversation is gone')
      return stored
    },
    triage: () => db.triage.get(row.id),
  }
}
