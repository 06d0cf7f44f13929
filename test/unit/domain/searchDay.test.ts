import { expect, test } from 'vitest'
import { searchDay } from '../../../lib/domain/searchDay.ts'

/** A Wednesday. */
const NOW = new Date(2026, 2, 18, 15, 30).getTime()
const day = (year: number, month: number, date = 1) => new Date(year, month - 1, date).getTime()

test.each([
  ['2026-03-01', day(2026, 3, 1)],
  ['2026-3', day(2026, 3)],
  ['2025', day(2025, 1)],
  ['Today', day(2026, 3, 18)],
  ['yesterday', day(2026, 3, 17)],
  ['this week', day(2026, 3, 16)],
  ['last week', day(2026, 3, 9)],
  ['last month', day(2026, 2)],
  ['last year', day(2025, 1)],
  ['march', day(2026, 3)],
  ['apr', day(2025, 4)],
  ['March 2024', day(2024, 3)],
  ['7d', day(2026, 3, 11)],
  ['2w', day(2026, 3, 4)],
  ['1y', day(2025, 3, 18)],
])('%s is a day', (typed, wanted) => {
  expect(searchDay(typed, NOW)).toBe(wanted)
})

test.each(['', '2026-13-01', '2026-02-30', 'ma', 'someday', 'march of', '12', 'toString', '5h'])(
  '%s is none',
  (typed) => {
    expect(searchDay(typed, NOW)).toBeNull()
  },
)
