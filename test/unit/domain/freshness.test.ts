import { expect, test } from 'vitest'
import { afterRead, type Freshness, isOverdue } from '../../../lib/domain/freshness.ts'

const MINUTE = 60_000
const read = (serverAt: number, succeededAt = serverAt) => ({ accountId: 'a', succeededAt, serverAt })
const before = (change: Partial<Freshness> = {}): Freshness => ({
  ...read(1_000 * MINUTE),
  missedUpTo: 0,
  ...change,
})

test('a list is overdue once several polls were missed, and no poll that is only slow makes it so', () => {
  expect(isOverdue(19 * MINUTE, 60)).toBe(false)
  expect(isOverdue(21 * MINUTE, 60)).toBe(true)
  expect(isOverdue(29 * MINUTE, 600)).toBe(false)
  expect(isOverdue(31 * MINUTE, 600)).toBe(true)
})

test('a clock that was put back makes it overdue, as nobody can tell how old it is', () => {
  expect(isOverdue(-MINUTE, 60)).toBe(false)
  expect(isOverdue(-24 * 60 * MINUTE, 60)).toBe(true)
})

test('a read after a long silence tells up to when was missed, and later ones keep that', () => {
  const woke = afterRead(before(), read(1_600 * MINUTE), 60)
  expect(woke.missedUpTo).toBe(1_600 * MINUTE)
  expect(afterRead(woke, read(1_601 * MINUTE), 60).missedUpTo).toBe(1_600 * MINUTE)
})

test('neither a first read nor one in time missed anything, and nor does a jump of the local clock', () => {
  expect(afterRead(undefined, read(1_000 * MINUTE), 60).missedUpTo).toBe(0)
  expect(afterRead(before(), read(1_001 * MINUTE), 60).missedUpTo).toBe(0)
  for (const jump of [24 * 60, -24 * 60, 60, 7 * 24 * 60]) {
    const local = (1_001 + jump) * MINUTE
    expect(afterRead(before(), read(1_001 * MINUTE, local), 60).missedUpTo).toBe(0)
  }
})
