import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterLook, isBehind, levelOf } from '../../../lib/domain/behind.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'

const NOW = 1_000_000_000
const AT = 500_000_000
const shows = (sentAt: number | null, lastActivityAt = AT) =>
  makeConversation({
    lastActivityAt,
    preview: { text: 'Hi', sentAt, own: false, senderName: null, hasAttachment: false },
    syncedTo: AT - 600_000,
  })

test('a thread that was never looked at is behind; one that is level is not', () => {
  expect(isBehind({ ...shows(AT), syncedTo: null, nextLookAt: NOW + 1 }, NOW)).toBe(true)
  expect(isBehind({ ...shows(AT), syncedTo: AT }, NOW)).toBe(false)
})

test('a thread with newer activity is behind, but waits for its time', () => {
  expect(isBehind({ ...shows(AT), nextLookAt: NOW }, NOW)).toBe(true)
  expect(isBehind({ ...shows(AT), nextLookAt: NOW + 1 }, NOW)).toBe(false)
})

test('a clock that is put back by a day does not make it wait a day', () => {
  const looked = afterLook({ ...shows(AT), emptyLooks: 3 }, AT - 1, NOW)
  expect(isBehind({ ...shows(AT), ...looked }, NOW)).toBe(false)
  expect(isBehind({ ...shows(AT), ...looked }, NOW - 86_400_000)).toBe(true)
})

test('the newest message makes it level where the activity is that message, whose times differ a little', () => {
  expect(levelOf(shows(AT - 900))).toBe(AT - 900)
  expect(levelOf(shows(AT + 900))).toBe(AT)
  expect(levelOf(shows(AT - 600_000))).toBe(AT)
  expect(levelOf(shows(null))).toBe(AT)
})

test('a look that reached the newest message is level, and forgets earlier fruitless ones', () => {
  const look = afterLook({ ...shows(AT - 10), emptyLooks: 3 }, AT - 10, NOW)
  expect(look).toEqual({ syncedTo: AT, emptyLooks: 0, nextLookAt: 0 })
})

test('what is never found is looked for five times, ever less often, and then left', () => {
  let thread = shows(AT)
  let now = NOW
  const waits: number[] = []
  while (thread.syncedTo !== thread.lastActivityAt) {
    expect(isBehind(thread, now)).toBe(true)
    thread = { ...thread, ...afterLook(thread, AT - 1, now) }
    if (thread.nextLookAt > 0) waits.push(thread.nextLookAt - now)
    now = Math.max(now, thread.nextLookAt)
    expect(waits.length).toBeLessThan(10)
  }
  expect(waits).toEqual([45_000, 90_000, 180_000, 360_000])
})

test('however the looks go, they end, and never as level without the message before all looks are used', () => {
  const found = fc.array(fc.integer({ min: 0, max: AT + 1000 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(found, (newest) => {
      let thread = shows(AT)
      let looks = 0
      for (const newestAt of newest) {
        if (!isBehind(thread, Number.MAX_SAFE_INTEGER)) break
        thread = { ...thread, ...afterLook(thread, newestAt, NOW) }
        looks += 1
        if (thread.syncedTo === AT && newestAt < AT) expect(looks).toBe(5)
      }
      expect(isBehind(thread, Number.MAX_SAFE_INTEGER)).toBe(false)
    }),
  )
})
