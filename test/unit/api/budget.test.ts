import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../lib/api/ApiError.ts'
import { type BudgetState, createBudget } from '../../../lib/api/budget.ts'
import type { Lane } from '../../../lib/domain/lane.ts'
import { background, failureOf, fetchOf, makeClient } from './support/makeClient.ts'

const START = 1_772_000_000_000
/** A minute and the second that requests may be late on their way. */
const WINDOW = 61_000
const PLACES = { import: 24, mark: 34, background: 40, waiting: 50, send: 60 } as const

/** A budget with a clock to set and a storage that outlives it. */
function makeBudget(stored: { state: BudgetState | null } = { state: null }) {
  const clock = { now: START }
  const make = () =>
    createBudget({
      load: async () => structuredClone(stored.state),
      save: async (state) => {
        await Promise.resolve()
        stored.state = structuredClone(state)
      },
      now: () => clock.now,
    })
  return { budget: make(), clock, stored, restart: make }
}

async function takeUntilFull(take: () => Promise<void>): Promise<number> {
  for (let taken = 0; ; taken++) {
    try {
      await take()
    } catch {
      return taken
    }
  }
}

describe('createBudget', () => {
  it('lets each lane fill the minute only so far', async () => {
    const { budget } = makeBudget()
    expect(await takeUntilFull(() => budget.take('import'))).toBe(24)
    expect(await takeUntilFull(() => budget.take('background'))).toBe(6)
    expect(await takeUntilFull(() => budget.take('waiting'))).toBe(20)
    expect(await takeUntilFull(() => budget.take('send'))).toBe(10)
  })

  it('leaves polls their places however many marks wait', async () => {
    const { budget } = makeBudget()
    expect(await takeUntilFull(() => budget.take('mark'))).toBe(34)
    expect(await takeUntilFull(() => budget.take('background'))).toBe(6)
    expect(await takeUntilFull(() => budget.take('waiting'))).toBe(10)
    expect(await takeUntilFull(() => budget.take('send'))).toBe(10)
  })

  it('has places for marks right after an import and its polls', async () => {
    const { budget } = makeBudget()
    await takeUntilFull(() => budget.take('import'))
    await takeUntilFull(() => budget.take('background'))
    expect(await takeUntilFull(() => budget.take('mark'))).toBe(4)
  })

  it('refuses no poll that asks six times a minute, whatever marks and an import want', async () => {
    const crowd = fc.record({
      lane: fc.constantFrom<Lane>('mark', 'import'),
      at: fc.nat(300_000),
      many: fc.integer({ min: 1, max: 60 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(crowd, { maxLength: 30 }), async (crowds) => {
        const { budget, clock } = makeBudget()
        crowds.sort((a, b) => a.at - b.at)
        for (let poll = 0; poll <= 300_000; poll += 10_000) {
          for (const { lane, at, many } of crowds.filter(({ at }) => at >= poll - 10_000 && at < poll)) {
            clock.now = START + at
            await Promise.allSettled(Array.from({ length: many }, () => budget.take(lane)))
          }
          clock.now = START + poll
          await budget.take('background')
        }
      }),
    )
  })

  it('tells when a place frees, and has one then', async () => {
    const { budget, clock } = makeBudget()
    for (let i = 0; i < 30; i++) {
      clock.now = START + i * 1000
      await budget.take('background')
    }
    const error = await failureOf(budget.take('background'))
    expect(error).toMatchObject({ kind: 'budget', retryAt: START + WINDOW, notDelivered: true })
    clock.now = START + WINDOW - 1
    await failureOf(budget.take('background'))
    clock.now = START + WINDOW
    await budget.take('background')
    await failureOf(budget.take('background'))
  })

  it('never gives one place to two at once', async () => {
    const { budget } = makeBudget()
    const takes = await Promise.allSettled(Array.from({ length: 100 }, () => budget.take('background')))
    expect(takes.filter((t) => t.status === 'fulfilled')).toHaveLength(30)
  })

  it('remembers across restarts of the worker', async () => {
    const { budget, restart, stored } = makeBudget()
    await takeUntilFull(() => budget.take('background'))
    expect(await takeUntilFull(() => restart().take('background'))).toBe(0)
    expect(stored.state?.times).toHaveLength(30)
  })

  it('goes on without a storage that works', async () => {
    const broken = createBudget({
      load: () => Promise.reject(new Error('no')),
      save: () => Promise.reject(new Error('full')),
      now: () => START,
    })
    expect(await takeUntilFull(() => broken.take('background'))).toBe(30)
  })

  it.each([null, {}, { times: 'x', heldUntil: 'y' }, { times: [Number.NaN, 'y', null], heldUntil: null }])(
    'starts empty from unreadable storage: %j',
    async (state) => {
      const { budget } = makeBudget({ state: state as BudgetState | null })
      expect(await takeUntilFull(() => budget.take('background'))).toBe(30)
    },
  )

  it('waits no longer than its minute after the clock was put back, however often the worker restarts', async () => {
    const { budget, clock, restart } = makeBudget()
    await takeUntilFull(() => budget.take('background'))
    clock.now = START - 86_400_000
    for (const later of [0, 20_000, WINDOW - 1]) {
      clock.now = START - 86_400_000 + later
      expect(await failureOf(restart().take('background'))).toMatchObject({
        retryAt: START - 86_400_000 + WINDOW,
      })
    }
    clock.now = START - 86_400_000 + WINDOW
    expect(await takeUntilFull(() => restart().take('background'))).toBe(30)
  })

  it('keeps a request from leaving, and from the ledger', async () => {
    const { budget } = makeBudget()
    const { api, seen } = makeClient('http://x', { fetch: fetchOf({ conversations: [] }), budget })
    const list = () => api.listConversations({ accountId: 'a1', count: 20 }, background)
    for (let i = 0; i < 30; i++) await list()
    expect(await failureOf(list())).toMatchObject({ kind: 'budget', retryAt: START + WINDOW })
    expect(seen.ledger).toHaveLength(30)
  })

  it('holds reads, but no sends, until the reset when the API has nothing left', async () => {
    const { budget, clock } = makeBudget()
    budget.observe({ limit: 60, remaining: 0, resetAt: START + 20_000 })
    for (const lane of ['background', 'waiting'] as const) {
      expect((await failureOf(budget.take(lane))).retryAt).toBe(START + 20_000)
    }
    await budget.take('send')
    clock.now = START + 20_000
    await budget.take('waiting')
  })

  it('holds no longer than a quarter of an hour, and ends when the API has something left again', async () => {
    const { budget } = makeBudget()
    budget.observe({ limit: 60, remaining: 0, resetAt: START + 20 * 3_600_000 })
    expect((await failureOf(budget.take('waiting'))).retryAt).toBe(START + 15 * 60_000)
    budget.observe({ limit: 60, remaining: 12, resetAt: START + 60_000 })
    await budget.take('waiting')
  })

  it('keeps for sends what little the API has left, and reads when there is more again', async () => {
    const { budget } = makeBudget()
    const resetAt = START + 20_000
    for (const [limit, remaining, free] of [
      [60, 11, true],
      [60, 10, false],
      [null, 10, false],
      [12, 3, true],
      [12, 2, false],
      [1000, 11, true],
      [1000, 10, false],
    ] as const) {
      budget.observe({ limit, remaining, resetAt })
      expect([limit, remaining, await budget.freeAt('waiting')]).toEqual([
        limit,
        remaining,
        free ? 0 : resetAt,
      ])
      expect(await budget.freeAt('send')).toBe(0)
    }
    budget.observe({ limit: null, remaining: null, resetAt: null })
    expect(await budget.freeAt('background')).toBe(resetAt)
  })

  it('remembers a hold across restarts of the worker, and its end', async () => {
    const { budget, clock, restart } = makeBudget()
    budget.observe({ limit: 60, remaining: 0, resetAt: START + 40_000 })
    await budget.freeAt('send')
    expect((await failureOf(restart().take('waiting'))).retryAt).toBe(START + 40_000)
    clock.now = START + 40_000
    await restart().take('waiting')
    const again = restart()
    again.observe({ limit: 60, remaining: 0, resetAt: START + 90_000 })
    again.observe({ limit: 60, remaining: 40, resetAt: START + 90_000 })
    await again.take('waiting')
    await restart().take('waiting')
  })

  it('sits out no hold for hours because the clock was put back', async () => {
    const { budget, clock } = makeBudget()
    budget.observe({ limit: 60, remaining: 0, resetAt: START + 40_000 })
    await failureOf(budget.take('background'))
    clock.now = START - 3_600_000
    await budget.take('background')
  })

  it('tells when a lane has a place without taking one', async () => {
    const { budget, stored } = makeBudget()
    expect(await budget.freeAt('background')).toBe(0)
    expect(stored.state).toBeNull()
    await takeUntilFull(() => budget.take('background'))
    expect(await budget.freeAt('background')).toBe(START + WINDOW)
    expect(await budget.freeAt('waiting')).toBe(0)
  })

  it('keeps every lane’s bound in every minute, whatever the order, the restarts and the clock put back', async () => {
    const step = fc.record({
      lane: fc.constantFrom<Lane>('import', 'mark', 'background', 'waiting', 'send'),
      wait: fc.oneof(fc.constant(0), fc.nat(2_500), fc.nat(70_000)),
      putBack: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        fc.constantFrom(1, 5_000, WINDOW + 1_000, 86_400_000),
      ),
      restart: fc.boolean(),
      together: fc.integer({ min: 1, max: 30 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const { budget, clock, restart } = makeBudget()
        let current = budget
        // Time as it really passes, which the clock shown does not always follow.
        let time = 0
        let putBackAt = Number.NEGATIVE_INFINITY
        const taken: { at: number; lane: Lane }[] = []
        for (const { lane, wait, putBack, restart: again, together } of steps) {
          time += wait
          clock.now += wait - putBack
          if (putBack > 0) putBackAt = time
          if (again) current = restart()
          const lately = taken.filter(({ at }) => at > time - WINDOW)
          const alone = lane === 'background' ? 30 - lately.filter((one) => one.lane !== 'mark').length : 60
          const results = await Promise.allSettled(Array.from({ length: together }, () => current.take(lane)))
          const granted = results.filter((r) => r.status === 'fulfilled').length
          const refused = results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []))
          const places = Math.max(0, Math.min(together, PLACES[lane] - lately.length, alone))
          expect(granted).toBeLessThanOrEqual(places)
          // Nothing is kept back but for the minute after the clock was put back.
          if (putBackAt <= time - 2 * WINDOW) expect(granted).toBe(places)
          expect(refused.every((e) => e instanceof ApiError && (e.retryAt ?? 0) > clock.now)).toBe(true)
          expect(refused.every((e) => e.retryAt <= clock.now + WINDOW)).toBe(true)
          for (let each = 0; each < granted; each++) taken.push({ at: time, lane })
        }
      }),
      { numRuns: 200 },
    )
  })
})
