import { expect, test } from 'vitest'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const DAY = 86_400_000
const OLD = 150
const NEW = 60

async function storedOf(harness: Harness, key: string): Promise<number> {
  const { messages = [] } = (await harness.storageDump()).indexedDB.parley ?? {}
  return (messages as { conversationId: string }[]).filter((row) => row.conversationId.endsWith(key)).length
}

async function scrollToTheBeginning(harness: Harness, accountId: string, key: string): Promise<void> {
  const page = await openThread(harness, accountId, key)
  await page.getByRole('article').last().waitFor()
  await page.getByRole('log').hover()
  await waitUntil(
    async () => {
      for (let i = 0; i < 5; i++) await page.mouse.wheel(0, -3_000)
      return page.getByText('Beginning of conversation').isVisible()
    },
    { timeout: 60_000, interval: 100, what: 'the beginning of the conversation' },
  )
  await page.close()
}

test('with "The last month" chosen, older messages leave, no poll fetches them, and scrolling up brings them back', async () => {
  const { harness, sandbox } = await story({
    sandbox: {
      conversations: 4,
      accounts: 1,
      unread: 0,
      messagesPerConversation: (index) => (index === 0 ? OLD : 3),
      // The world stands still until ten weeks ago; then it is now.
      now: Date.now() - 70 * DAY,
      clock: () => Date.now(),
    },
  })
  await imported(harness)
  const [conversation] = sandbox.world.conversations()
  const { accountId = '', key = '' } = conversation ?? {}
  for (let i = 0; i < NEW; i++) {
    sandbox.receive({ conversation: key, text: `New ${i}`, sentAt: Date.now() - (NEW - i) * 60_000 })
  }
  await scrollToTheBeginning(harness, accountId, key)
  expect(await storedOf(harness, key)).toBe(OLD + NEW)

  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByLabel('Keep messages').selectOption({ label: 'The last month' })
  await waitUntil(
    async () => {
      await harness.fireAlarm('poll')
      return (await storedOf(harness, key)) === NEW
    },
    { timeout: 60_000, interval: 1_000, what: 'the old messages to go' },
  )
  await options.getByText('Stored now').waitFor()

  const before = sandbox.requests({ route: 'GET /conversations/:urn/messages' }).length
  await harness.fireAlarm('poll')
  const polls = () => sandbox.requests({ route: 'GET /conversations' }).length
  const polled = polls()
  await waitUntil(
    async () => {
      await harness.fireAlarm('poll')
      return polls() >= polled + 2
    },
    { timeout: 30_000, interval: 1_000, what: 'two more polls' },
  )
  // No poll fetches what was dropped.
  expect(sandbox.requests({ route: 'GET /conversations/:urn/messages' })).toHaveLength(before)
  expect(await storedOf(harness, key)).toBe(NEW)

  await scrollToTheBeginning(harness, accountId, key)
  expect(await storedOf(harness, key)).toBe(OLD + NEW)
  expect(sandbox.violations()).toEqual([])
}, 240_000)
