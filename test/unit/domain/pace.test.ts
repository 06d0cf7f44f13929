import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PaceInput, pace, type UserState } from '../../../lib/domain/pace.ts'

const MINUTE = 60_000
const CALM: PaceInput = {
  pollSeconds: 60,
  importing: false,
  user: 'active',
  visible: false,
  pause: 0,
  chance: 0.5,
}
const waitOf = (change: Partial<PaceInput>) => pace({ ...CALM, ...change })
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const user = fc.constantFrom<UserState>('active', 'idle', 'locked')

test('polls keep to the setting within ten percent, and use the whole range', () => {
  fc.assert(
    fc.property(fc.integer({ min: 34, max: 3000 }), chance, (pollSeconds, luck) => {
      const wait = waitOf({ pollSeconds, chance: luck })
      expect(Math.abs(wait - pollSeconds * 1000)).toBeLessThanOrEqual(pollSeconds * 100 + 1)
    }),
  )
  expect(waitOf({ chance: 0 })).toBe(54_000)
  expect(waitOf({ chance: 0.9999999 })).toBe(66_000)
})

test('a poll never comes under half a minute nor over an hour, whatever the setting holds', () => {
  const pause = fc.oneof(fc.integer(), fc.constant(Number.MAX_SAFE_INTEGER))
  fc.assert(
    fc.property(
      fc.record({
        pollSeconds: fc.double(),
        importing: fc.boolean(),
        user,
        visible: fc.boolean(),
        pause,
        chance,
      }),
      (input) => {
        const wait = pace(input)
        expect(wait).toBeGreaterThanOrEqual(30_000)
        expect(wait).toBeLessThanOrEqual(3_600_000)
        expect(Number.isInteger(wait)).toBe(true)
      },
    ),
  )
  expect(waitOf({ pollSeconds: Number.NaN })).toBe(MINUTE)
})

test('polls come more rarely while nobody is there, and most rarely behind a locked screen', () => {
  expect(waitOf({ user: 'idle' })).toBe(3 * MINUTE)
  expect(waitOf({ user: 'locked' })).toBe(5 * MINUTE)
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 3000 }), chance, (pollSeconds, luck) => {
      const at = (state: UserState) => waitOf({ pollSeconds, chance: luck, user: state })
      expect(at('active')).toBeLessThanOrEqual(at('idle'))
      expect(at('idle')).toBeLessThanOrEqual(at('locked'))
      // Being away costs nobody more than a quarter of an hour, jitter aside.
      expect(at('locked')).toBeLessThanOrEqual(Math.max(at('active'), 16.5 * MINUTE))
    }),
  )
})

test('who looks at a conversation has it at least once a minute, idle or not, but not behind a locked screen', () => {
  expect(waitOf({ pollSeconds: 600, visible: true })).toBe(MINUTE)
  expect(waitOf({ pollSeconds: 600, visible: true, user: 'idle' })).toBe(MINUTE)
  expect(waitOf({ pollSeconds: 600, visible: true, user: 'locked' })).toBe(15 * MINUTE)
  expect(waitOf({ pollSeconds: 30, visible: true })).toBe(30_000)
})

test('nobody is asked before a pause is over; a shorter one changes nothing', () => {
  expect(waitOf({ pause: 7 * MINUTE })).toBe(7 * MINUTE)
  expect(waitOf({ pause: 7 * MINUTE, importing: true, visible: true })).toBe(7 * MINUTE)
  expect(waitOf({ pause: 20_000 })).toBe(MINUTE)
  expect(waitOf({ pause: -5 * MINUTE })).toBe(MINUTE)
})

test('an import goes on at once, whatever the setting and whoever is there', () => {
  expect(waitOf({ importing: true, pollSeconds: 600, user: 'locked' })).toBe(30_000)
})
