import { expect, test } from 'vitest'
import { can } from './harness/can.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { openThread, sentMark, story, writeReply } from './harness/story.ts'
import { violationsOn } from './harness/violationsOn.ts'
import { waitUntil } from './harness/waitUntil.ts'

const LIST = 'GET /conversations'
const MINUTE = 60_000
const DAY = 86_400_000

async function inbox() {
  const scene = await story({ sandbox: { conversations: 8, accounts: 1, unread: 0 } })
  await imported(scene.harness)
  const polls = () => scene.sandbox.requests({ route: LIST }).length
  return { ...scene, polls }
}

/** How long (ms) until the poll's alarm rings; undefined where there is none. */
async function leftToPoll(harness: Harness): Promise<number | undefined> {
  const alarm = (await harness.alarms()).find(({ name }) => name === 'poll')
  return alarm && alarm.scheduledTime - Date.now()
}

const pollWithin = (harness: Harness, ms: number) =>
  waitUntil(async () => ((await leftToPoll(harness)) ?? Number.POSITIVE_INFINITY) <= ms, {
    what: `a poll within ${ms} ms`,
  })

test('an alarm that was lost is there again when the next worker starts', async () => {
  const { harness } = await inbox()
  await harness.stopWorker()
  await harness.probe.evaluate(() => chrome.alarms.clearAll())
  expect(await harness.alarms()).toEqual([])
  await harness.wakeWorker()
  await pollWithin(harness, 31_000)
})

test('an alarm that was lost is there again when a page opens, with the worker still running', async () => {
  const { harness } = await inbox()
  await harness.wakeWorker()
  await harness.probe.evaluate(() => chrome.alarms.clearAll())
  await harness.openPage('popup.html')
  await pollWithin(harness, 67_000)
})

test('a poll booked a day ahead, as by a clock that was then put back, is moved up', async () => {
  const { harness } = await inbox()
  await harness.stopWorker()
  await harness.probe.evaluate((when) => chrome.alarms.create('poll', { when }), Date.now() + DAY)
  await harness.wakeWorker()
  await pollWithin(harness, 67_000)
})

test('polling goes on after a restart of the browser, at once and by the alarm', async () => {
  const { harness, sandbox } = await inbox()
  sandbox.receive({ text: 'While you were away' })
  await harness.relaunch()
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the badge to show 1' })
  await pollWithin(harness, 67_000)
  sandbox.receive({ newConversation: true, text: 'And now' })
  await harness.stopWorker()
  await harness.fireAlarm('poll')
  await waitUntil(async () => (await harness.badge()) === '2', { what: 'the badge to show 2' })
})

test('what was spent, when it looks next and why an account pauses can be read in the options', async () => {
  const { harness, sandbox } = await inbox()
  const [conversation] = sandbox.world.conversations().filter(({ channel }) => channel === 'inbox')
  const thread = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
  await writeReply(thread, 'One for today')
  await sentMark(thread, 'One for today').waitFor()
  await thread.close()
  const options = await harness.openPage('options.html#sync', { width: 900 })
  const sync = options.getByRole('region', { name: 'Sync' })
  await sync.getByText(/^1 message sent today$/).waitFor()
  await sync.getByText(/^In (less than a|1) minute$/).waitFor()
  await sync.getByText(/^\d+$/).first().waitFor()
  sandbox.fault({
    route: LIST,
    times: 'always',
    effect: { rateLimited: 'retry-after', resetInMs: 10 * MINUTE },
  })
  await harness.fireAlarm('poll')
  await sync.getByText(/^Paused by the API until/).waitFor()
  expect(await violationsOn(options)).toEqual([])
})

test.runIf(can('tellOfLockedScreen'))(
  'polls come more rarely behind a locked screen, and one at once when somebody is back',
  async () => {
    const { harness, polls } = await inbox()
    await harness.inWorker(() => {
      chrome.idle.queryState = ((_: number, answer?: (state: string) => void) => {
        answer?.('locked')
        return Promise.resolve('locked')
      }) as typeof chrome.idle.queryState
    })
    const before = polls()
    await harness.fireAlarm('poll')
    await waitUntil(async () => polls() > before && ((await leftToPoll(harness)) ?? 0) > 4 * MINUTE, {
      what: 'the next poll to be minutes off',
    })
    expect(await leftToPoll(harness)).toBeLessThan(6 * MINUTE)
    const locked = polls()
    await harness.inWorker(() => {
      chrome.idle.queryState = ((_: number, answer?: (state: string) => void) => {
        answer?.('active')
        return Promise.resolve('active')
      }) as typeof chrome.idle.queryState
      const changed = chrome.idle.onStateChanged as unknown as { dispatch(state: string): void }
      changed.dispatch('active')
    })
    await waitUntil(() => polls() > locked, { what: 'the poll of who came back' })
    await pollWithin(harness, 67_000)
  },
)
