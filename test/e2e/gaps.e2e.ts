import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const LIST = 'GET /conversations'
const MESSAGES = 'GET /conversations/:urn/messages'
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
const NIGHTS = 40

/**
 * A thread with a week's worth of messages, whose catch-up ended with its worker after a few small pages. The list of
 * conversations is out of order since, so that no poll closes the gap before the test has seen it.
 */
async function afterASleep() {
  const { harness, sandbox } = await story({
    sandbox: {
      conversations: 6,
      accounts: 1,
      unread: 0,
      messagesPerConversation: 4,
      pageCap: 5,
      // The world stands still until a week ago; then it is now.
      now: Date.now() - WEEK,
      clock: () => Date.now(),
    },
  })
  await imported(harness)
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  const key = conversation?.key ?? ''
  const monday = Date.now() - (NIGHTS + 1) * 2 * HOUR
  for (let i = 0; i < NIGHTS; i++) {
    sandbox.receive({ conversation: key, text: `Night ${i}`, sentAt: monday + i * 2 * HOUR })
  }
  const before = sandbox.requests({ route: MESSAGES }).length
  sandbox.fault({ route: MESSAGES, skip: 2, times: 'always', effect: { hang: true } })
  const underWay = () => sandbox.requests({ route: MESSAGES }).length >= before + 3
  // A run that is just ending books its alarm anew, in place of the one that was to go off now.
  await waitUntil(
    async () => {
      if (!underWay()) await harness.fireAlarm('poll')
      return underWay()
    },
    { interval: 1_000, timeout: 30_000, what: 'the catch-up to be under way' },
  )
  await harness.stopWorker()
  sandbox.clearFaults()
  sandbox.fault({ route: LIST, times: 'always', effect: { status: 500 } })
  const page = await openThread(harness, conversation?.accountId ?? '', key)
  const missing = page.getByRole('button', { name: 'Load missing messages' })
  await page.getByRole('article').last().waitFor()
  await page.getByRole('log').hover()
  const look = (wheel: number, what: string, seen: () => Promise<boolean>) =>
    waitUntil(
      async () => {
        await page.mouse.wheel(0, wheel)
        return seen()
      },
      { timeout: 30_000, interval: 100, what },
    )
  await look(-300, 'the gap to show', () => missing.isVisible())
  const stored = async () => {
    const { messages = [] } = (await harness.storageDump()).indexedDB.parley ?? {}
    const texts = (messages as { text: string }[]).map((message) => message.text)
    return texts.filter((text) => text.startsWith('Night ')).length
  }
  expect(await stored()).toBeLessThan(NIGHTS)
  return { harness, sandbox, page, missing, look, stored }
}

test('a week of sleep and a worker stopped during the catch-up leave a visible gap, which the next polls close', async () => {
  const { harness, sandbox, page, missing, look, stored } = await afterASleep()
  sandbox.clearFaults()
  await waitUntil(
    async () => {
      await harness.fireAlarm('poll')
      return (await stored()) === NIGHTS
    },
    { timeout: 60_000, interval: 1_000, what: 'the gap to heal' },
  )
  await missing.waitFor({ state: 'detached' })
  await look(-2_000, 'the beginning', () => page.getByText('Beginning of conversation').isVisible())
  expect(sandbox.violations()).toEqual([])
}, 180_000)

test('"Load missing messages" closes a gap at once, even while polls fail', async () => {
  const { sandbox, page, missing, look, stored } = await afterASleep()
  await missing.click()
  await missing.waitFor({ state: 'detached' })
  await waitUntil(async () => (await stored()) === NIGHTS, { what: 'every message to be there' })
  await look(-2_000, 'the beginning', () => page.getByText('Beginning of conversation').isVisible())
  expect(sandbox.violations()).toEqual([])
}, 180_000)
