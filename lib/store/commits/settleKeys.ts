import Dexie from 'dexie'
import { contentOf, isDerivedKey } from '../../domain/derivedKey.ts'
import type { Message, ReceivedMessage } from '../../domain/message.ts'
import { messageId } from '../../domain/urn.ts'
import type { Database } from '../database.ts'

const { minKey, maxKey } = Dexie

/**
 * Brings the keys of received messages (oldest first) and stored ones together: a message that came without its id was
 * given a key derived from its content (design: identity), and with its id it is still the same message. The stored row
 * takes the true key as soon as it is known. Runs inside the caller's transaction.
 * @returns the messages under the keys they are stored under
 */
export async function settleKeys(
  db: Database,
  conversationId: string,
  received: readonly ReceivedMessage[],
): Promise<readonly ReceivedMessage[]> {
  const [oldest, newest] = [received[0]?.sentAt, received.at(-1)?.sentAt]
  if (oldest === undefined || newest === undefined) return received
  const stored = db.messages
    .where('[conversationId+sentAt+key]')
    .between([conversationId, oldest, minKey], [conversationId, newest, maxKey])
  const keyIn = (id: string) => id.slice(messageId(conversationId, '').length)
  const anyDerived =
    received.some(({ key }) => isDerivedKey(key)) ||
    (await stored.primaryKeys()).some((id) => isDerivedKey(keyIn(id)))
  if (!anyDerived) return received
  const byContent = new Map<string, Message>()
  for (const row of await stored.toArray()) {
    const other = byContent.get(contentOf(row))
    if (!other || isDerivedKey(other.key)) byContent.set(contentOf(row), row)
  }
  const settled: ReceivedMessage[] = []
  for (const message of received) {
    const twin = byContent.get(contentOf(message))
    if (twin && isDerivedKey(message.key)) {
      settled.push({ ...message, key: twin.key, urn: twin.urn })
      continue
    }
    settled.push(message)
    if (!twin || !isDerivedKey(twin.key)) continue
    await db.messages.delete(twin.id)
    const { key, urn } = message
    await db.messages.put({ ...twin, id: messageId(conversationId, key), key, urn })
  }
  return settled
}
