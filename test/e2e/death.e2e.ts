import { expect, test } from 'vitest'
import type { FaultEffect } from '../sandbox/server/faults.ts'
import { imported } from './harness/imported.ts'
import { openThread, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const SEND = 'POST /conversations/send'
const DEATHS = 60

/** What becomes of the post, and whether the reply arrives in the end, be it after the worker's death. */
const OUTCOMES: { effect: FaultEffect | null; arrives?: true }[] = [
  { effect: null, arrives: true },
  { effect: { deliverThen: 'hang' }, arrives: true },
  { effect: { deliverThen: { status: 502 } }, arrives: true },
  { effect: { delayMs: 400 }, arrives: true },
  { effect: { hang: true } },
  { effect: { status: 400, body: { error: 'Not today' } } },
]
const MOMENTS = ['at once', 'posted', 'a little later'] as const

test(`${DEATHS} workers die while they send: no reply is delivered twice, every row tells the truth`, async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 6, accounts: 1, rateLimit: false } })
  await imported(harness)
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  const page = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
  const log = page.getByRole('log')
  for (let death = 0; death < DEATHS; death++) {
    const { effect, arrives } = OUTCOMES[death % OUTCOMES.length] ?? {}
    const moment = MOMENTS[Math.floor(death / OUTCOMES.length) % MOMENTS.length]
    // The full stop ends it: the bubble's text runs on into the time.
    const text = `Reply number ${death}.`
    const posts = () =>
      sandbox.requests({ route: SEND }).filter((one) => JSON.stringify(one.body).includes(text))
    const delivered = () => sandbox.deliveries(conversation?.key).filter((one) => one.text === text).length
    const lift = effect ? sandbox.fault({ route: SEND, effect }) : () => undefined
    await writeReply(page, text)
    if (moment !== 'at once') await waitUntil(() => posts().length > 0, { interval: 5, what: 'the post' })
    if (moment === 'a little later') {
      const settled = () => posts().some((one) => one.status !== null) || effect?.hang || effect?.deliverThen
      await waitUntil(() => Boolean(settled()), { interval: 5, what: 'the answer' })
    }
    await harness.stopWorker()
    lift()
    // Sixty replies a minute are more than the budget allows; here only their fate is of interest.
    await harness.probe.evaluate(() => chrome.storage.session.remove('budget'))
    await harness.wakeWorker()
    await page.evaluate(() => chrome.runtime.sendMessage({ command: 'drain', request: {} }))
    const bubble = log.getByRole('article').filter({ hasText: text })
    const state = bubble.getByText(/^(Sent|Not confirmed|Failed)$/)
    await state.waitFor({ timeout: 30_000 })
    // "Not confirmed" is honest while it is being looked into; what was delivered has to end as "Sent".
    const said = await waitUntil(
      async () => {
        const shown = await state.textContent({ timeout: 1000 })
        const arrived = delivered() > 0
        // A worker can also die between its note that the reply is about to go out and the post.
        const awaited = arrives && posts().length > 0
        return (arrived || !awaited) && (shown === 'Sent') === arrived && shown
      },
      { timeout: 30_000, what: `the truth about "${text}"` },
    )
    expect(await bubble.count(), text).toBe(1)
    expect(delivered(), `${text} (${moment}, ${JSON.stringify(effect)})`).toBeLessThanOrEqual(1)
    if (said === 'Sent') expect(delivered(), text).toBe(1)
    else {
      expect(delivered(), `${text} says ${said}`).toBe(0)
      await bubble.getByRole('button', { name: 'Discard' }).click()
      await waitUntil(async () => (await bubble.count()) === 0, { what: 'the bubble to go' })
    }
  }
  const texts = sandbox.deliveries(conversation?.key).map((one) => one.text)
  expect(new Set(texts).size).toBe(texts.length)
}, 900_000)
