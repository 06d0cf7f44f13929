import { expect, test } from 'vitest'
import { isDue, NEVER } from '../../../lib/domain/due.ts'
import { makeSend } from '../../fixtures/makeSend.ts'

const NOW = 1_772_000_000_000
const DAY = 86_400_000
const waiting = (ms: number, change: Parameters<typeof makeSend>[0] | object = {}) =>
  makeSend({ conversationId: 'c', nextAttemptAt: NOW + ms, ...change })

test('a reply is due at its time and not before; one that waits for the user never is', () => {
  expect(isDue(waiting(1), NOW)).toBe(false)
  expect(isDue(waiting(0), NOW)).toBe(true)
  expect(isDue(waiting(-DAY), NOW)).toBe(true)
  expect(isDue(makeSend({ conversationId: 'c', nextAttemptAt: NEVER }), NOW)).toBe(false)
})

test.each([
  ['the time to undo', 30_000, { state: 'held' }],
  ['a wait for the network', 10 * 60_000, { error: { kind: 'offline', text: '' } }],
  ['a pause the API asked for', 3_600_000, { error: { kind: 'rateLimited', text: '' } }],
  ['a look for a reply in doubt', 20_000, { state: 'unconfirmed' }],
])('%s is kept, but not for a day longer because the clock was put back', (_, ms, change) => {
  expect(isDue(waiting(ms, change), NOW)).toBe(false)
  expect(isDue(waiting(ms, change), NOW + ms - 1)).toBe(false)
  expect(isDue(waiting(ms, change), NOW - DAY)).toBe(true)
})
