import type { Page } from 'playwright-core'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeTexts } from './texts.ts'

const AT_ONCE = 4_000
const CONVERSATIONS = 2_000
const DAY = 86_400_000

/**
 * Fills the database of the extension with `count` messages: a quarter in one conversation, the rest over 2,000 and
 * five years. Written as an older version would have left them, so that the product itself makes them searchable.
 */
export async function seed(page: Page, count: number): Promise<void> {
  const now = Date.now()
  const accounts = [0, 1].map((position) => makeAccount({ id: `account-${position + 1}`, position }))
  const conversations = Array.from({ length: CONVERSATIONS }, (_, i) =>
    makeConversation({
      accountId: `account-${1 + (i % 2)}`,
      title: `Person ${i} Weber`,
      lastActivityAt: now - i * 1_200_000,
    }),
  )
  await put(page, 'settings', [{ key: 'connectedAt', value: now }])
  await put(page, 'accounts', accounts)
  await put(page, 'conversations', conversations)
  const texts = makeTexts(count)
  for (let at = 0; at < count; at += AT_ONCE) {
    const rows = texts.slice(at, at + AT_ONCE).map((text, i) => {
      const n = at + i
      const conversation = conversations[n % 4 === 0 ? 0 : n % CONVERSATIONS]
      const sentAt = now - Math.floor(((count - n) / count) * 5 * 365 * DAY)
      return makeMessage({ conversationId: conversation?.id ?? '', sentAt, text, own: n % 3 === 0 })
    })
    await put(page, 'messages', rows)
  }
  const backlog = conversations.map(({ id }) => ({ conversationId: id, from: null }))
  await put(page, 'searchBacklog', backlog)
}

function put(page: Page, table: string, rows: object[]): Promise<void> {
  return page.evaluate(
    ([name, all]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('parley')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const tx = open.result.transaction(name, 'readwrite', { durability: 'relaxed' })
          for (const row of all) tx.objectStore(name).put(row)
          tx.oncomplete = () => {
            open.result.close()
            resolve()
          }
          tx.onabort = () => reject(tx.error)
        }
      }),
    [table, rows] as const,
  )
}
