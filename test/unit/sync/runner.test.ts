import { expect, test } from 'vitest'
import { createRunner } from '../../../lib/sync/runner.ts'
import { makeHarness, makeLocks } from '../harness.ts'

const LIST = 'GET /conversations'

async function running() {
  const harness = await makeHarness({ conversations: 6, accounts: 1 })
  await harness.connected()
  harness.sandbox.clearRecorder()
  const log: string[] = []
  const polls = () => harness.sandbox.requests({ route: LIST }).length
  const lock = makeLocks()
  const make = () =>
    createRunner({
      sync: harness.sync,
      lock,
      book: async () => void log.push(`booked after ${polls()} requests`),
      afterwards: async () => void log.push('afterwards'),
    })
  return { harness, log, polls, make, runner: make() }
}

test('a run books the next one before its work, so that a worker that dies is woken, and again after it', async () => {
  const { log, runner } = await running()
  await runner.poll()
  expect(log).toEqual(['booked after 0 requests', 'booked after 1 requests', 'afterwards'])
})

test('requests during a run are remembered and served by one more run after it', async () => {
  const { harness, polls, runner } = await running()
  harness.sandbox.fault({ route: LIST, effect: { delayMs: 100 } })
  const first = runner.poll()
  await expect.poll(polls).toBe(1)
  harness.sandbox.receive({ text: 'Just now' })
  await Promise.all([first, runner.poll(), runner.poll(), runner.poll()])
  expect(polls()).toBe(2)
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Just now'])
})

test('two contexts never run at the same time', async () => {
  const { harness, log, polls, make } = await running()
  harness.sandbox.fault({ route: LIST, effect: { delayMs: 100 } })
  await Promise.all([make().poll(), make().now()])
  expect(polls()).toBe(2)
  expect(log.slice(-4)).toEqual([
    'booked after 1 requests',
    'afterwards',
    'booked after 2 requests',
    'afterwards',
  ])
})

test('what follows a run follows a run that failed, too', async () => {
  const { harness, log, runner } = await running()
  harness.db.conversations.hook('updating', () => {
    throw new Error('Disk full')
  })
  harness.sandbox.receive({ text: 'Cannot be kept' })
  await expect(runner.poll()).rejects.toThrow()
  expect(log.at(-1)).toBe('afterwards')
})
