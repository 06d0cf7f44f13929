import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const MESSAGES = 5_000

test('scrolling back through 5,000 messages reaches the beginning, with every message cached once', async () => {
  const { harness, sandbox } = await story({
    sandbox: {
      conversations: 6,
      accounts: 1,
      messagesPerConversation: (index) => (index === 0 ? MESSAGES : 3),
    },
  })
  await imported(harness)
  const [conversation] = sandbox.world.conversations()
  const page = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
  await page.getByRole('article').last().waitFor()
  const log = page.getByRole('log')
  await log.hover()
  const beginning = page.getByText('Beginning of conversation')
  await waitUntil(
    async () => {
      for (let i = 0; i < 20; i++) await page.mouse.wheel(0, -3_000)
      return beginning.isVisible()
    },
    { timeout: 240_000, interval: 50, what: 'the beginning of the conversation' },
  )
  const stored = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open('parley')
        open.onsuccess = () => {
          const prefix = decodeURIComponent(location.hash.slice('#/c/'.length))
          const range = IDBKeyRange.bound([prefix], [prefix, []])
          const index = open.result
            .transaction('messages')
            .objectStore('messages')
            .index('[conversationId+sentAt+key]')
          const count = index.count(range)
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect(stored).toBe(MESSAGES)
  expect(sandbox.violations()).toEqual([])
}, 300_000)
