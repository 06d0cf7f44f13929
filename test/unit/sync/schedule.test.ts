import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountHealth } from '../../../lib/domain/health.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { snooze } from '../../../lib/store/intents/shelves.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { makeSchedule } from './makeSchedule.ts'

const NOW = 1_772_000_000_000
const MINUTE = 60_000
const DAY = 86_400_000

/** A connected inbox whose alarms are all booked: a poll, a reply that waits, a snoozed conversation. */
async function running() {
  const schedule = await makeSchedule(NOW)
  const { db } = schedule
  await db.accounts.add(makeAccount({ id: 'account-1' }))
  const row = makeConversation({ accountId: 'account-1' })
  await db.conversations.add(row)
  await db.outbox.add(
    makeSend({
      conversationId: row.id,
      createdAt: NOW - MINUTE,
      nextAttemptAt: NOW + 5 * MINUTE,
      error: { kind: 'offline', text: '' },
    }),
  )
  await snooze(db, row.id, NOW + 60 * MINUTE)
  const worker = schedule.restart()
  await worker.bookPoll()
  await worker.verify()
  expect([...schedule.alarms.keys()].sort()).toEqual(['outbox', 'poll', 'snooze'])
  return { ...schedule, worker, rowId: row.id }
}

const jittered = (wait: number) => [wait * 0.9 - 1, wait * 1.1 + 1] as const

function expectAbout(left: number | undefined, wait: number): void {
  const [least, most] = jittered(wait)
  expect(left).toBeGreaterThanOrEqual(least)
  expect(left).toBeLessThanOrEqual(most)
}

describe('the alarms', () => {
  it('that an update took away are there again when the new worker starts, the poll as soon as can be', async () => {
    const { alarms, restart, left } = await running()
    alarms.clear()
    await restart().verify()
    expect(left('poll')).toBe(30_000)
    expect(left('outbox')).toBe(5 * MINUTE)
    expect(left('snooze')).toBe(60 * MINUTE)
  })

  it('that are there stay as they are, however often that is looked at', async () => {
    const { alarms, restart } = await running()
    const before = new Map(alarms)
    for (let i = 0; i < 20; i++) await restart().verify()
    expect(alarms).toEqual(before)
  })

  it.each(['poll', 'outbox', 'snooze'] as const)(
    'miss one (%s): it comes back with the next start or poke',
    async (name) => {
      const { alarms, worker, left } = await running()
      alarms.delete(name)
      await worker.verify()
      expect(left(name)).toBeDefined()
    },
  )

  it('that were slept through for a week ring within half a minute, and what waited is drained at once', async () => {
    const { clock, restart, left, drains } = await running()
    clock.now += 7 * DAY
    await restart().verify()
    expect(left('poll')).toBe(30_000)
    expect(left('outbox')).toBe(30_000)
    expect(left('snooze')).toBe(30_000)
    await expect.poll(drains).toBe(1)
  })

  it('are due at once when the clock is put forward by a day', async () => {
    const { clock, restart, left, drains } = await running()
    clock.now += DAY
    await restart().verify()
    expect([left('poll'), left('outbox'), left('snooze')]).toEqual([30_000, 30_000, 30_000])
    await expect.poll(drains).toBe(1)
  })

  it('booked a day ahead because the clock was put back are moved up', async () => {
    const { clock, restart, left, drains } = await running()
    clock.now -= DAY
    await restart().verify()
    expectAbout(left('poll'), MINUTE)
    // What waited on the old clock has waited long enough.
    expect(left('outbox')).toBe(30_000)
    await expect.poll(drains).toBe(1)
    // A snooze is a time on the clock, and that time is further off now.
    expect(left('snooze')).toBe(DAY + 60 * MINUTE)
  })

  it('never leave a connected inbox without a poll in time, whatever happens to clock and alarms', async () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 10 * DAY }) }),
      fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -10 * DAY, max: 10 * DAY }) }),
      fc.record({ kind: fc.constant('lost' as const), ms: fc.constant(0) }),
      fc.record({ kind: fc.constant('booked' as const), ms: fc.constant(0) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const { clock, alarms, restart, left } = await running()
        for (const { kind, ms } of events) {
          clock.now += ms
          if (kind === 'lost') alarms.delete('poll')
          const worker = restart()
          if (kind === 'booked') await worker.bookPoll()
          await worker.verify()
          expect(left('poll')).toBeGreaterThanOrEqual(-30_000)
          expect(left('poll')).toBeLessThanOrEqual(1.4 * MINUTE)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('are none before the first connect, and the poll goes when everything is deleted', async () => {
    const { db, alarms, restart } = await makeSchedule(NOW)
    await saveSetting(db, 'connectedAt', null)
    await restart().verify()
    expect(alarms.size).toBe(0)
    alarms.set('poll', NOW + MINUTE)
    await restart().bookPoll()
    expect(alarms.size).toBe(0)
  })
})

describe('the next poll', () => {
  const rests = (health: AccountHealth[]) =>
    health.map((one, at) => makeAccount({ id: `account-${at}`, health: one }))

  it('comes more rarely while nobody is there, and is moved up when somebody is back', async () => {
    const { world, worker, left } = await running()
    world.user = 'locked'
    await worker.bookPoll()
    expectAbout(left('poll'), 5 * MINUTE)
    world.user = 'active'
    await worker.verify()
    expectAbout(left('poll'), MINUTE)
  })

  it('is moved up when the user chose a quicker pace or looks at a conversation', async () => {
    const { db, world, worker, left } = await running()
    await saveSetting(db, 'pollSeconds', 600)
    await worker.bookPoll()
    expectAbout(left('poll'), 10 * MINUTE)
    world.visible = true
    await worker.verify()
    expectAbout(left('poll'), MINUTE)
    await saveSetting(db, 'pollSeconds', 30)
    await worker.verify()
    expectAbout(left('poll'), 32_000)
  })

  it('waits until some account can be asked, and no longer', async () => {
    const { db, worker, left } = await running()
    const paused = (minutes: number): AccountHealth => ({
      state: 'rateLimited',
      until: NOW + minutes * MINUTE,
      since: NOW,
    })
    await db.accounts.bulkPut(rests([paused(20), paused(8)]))
    await worker.bookPoll()
    expect(left('poll')).toBe(8 * MINUTE)
    await db.accounts.bulkPut(rests([paused(20), { state: 'upToDate' }]))
    await worker.verify()
    expectAbout(left('poll'), MINUTE)
    await saveSetting(db, 'accountsOff', ['account-1'])
    await worker.bookPoll()
    expect(left('poll')).toBe(20 * MINUTE)
  })

  it('waits for the request budget', async () => {
    const { world, worker, left } = await running()
    world.freeAt = NOW + 4 * MINUTE
    await worker.bookPoll()
    expect(left('poll')).toBe(4 * MINUTE)
  })
})
