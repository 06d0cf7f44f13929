import { expect, test } from 'vitest'
import { ALL_DAY, everyDay, isQuiet } from '../../../lib/domain/quietHours.ts'

const at = (hour: number, minute = 0) => new Date(2026, 4, 6, hour, minute).getTime()
const night = everyDay({ from: 22 * 60, to: 7 * 60 })
const noon = everyDay({ from: 12 * 60, to: 13 * 60 + 30 })

test.each([
  [night, at(21, 59), false],
  [night, at(22), true],
  [night, at(3), true],
  [night, at(6, 59), true],
  [night, at(7), false],
  [noon, at(11, 59), false],
  [noon, at(13, 29), true],
  [noon, at(13, 30), false],
  [everyDay({ from: 60, to: 60 }), at(1), false],
  [null, at(3), false],
])('%j at %i: %s', (week, now, quiet) => {
  expect(isQuiet(week, now)).toBe(quiet)
})

test('they follow the clock on the wall over the change to summer time', () => {
  // Wherever this runs: each day of a year has its quiet three o'clock and its loud noon.
  for (let day = 1; day <= 365; day++) {
    expect(isQuiet(night, new Date(2026, 0, day, 3, 0).getTime())).toBe(true)
    expect(isQuiet(night, new Date(2026, 0, day, 12, 0).getTime())).toBe(false)
  }
})

test('each weekday has its own hours, and those that run over midnight end on the next day', () => {
  // 3 May 2026 is a Sunday.
  const on = (day: number, hour: number) => isQuiet(week, new Date(2026, 4, 3 + day, hour).getTime())
  const evening = { from: 20 * 60, to: 8 * 60 }
  const week = [ALL_DAY, null, evening, null, null, null, ALL_DAY]
  expect([0, 12, 23].map((hour) => on(0, hour))).toEqual([true, true, true])
  expect([0, 9, 23].map((hour) => on(1, hour))).toEqual([false, false, false])
  expect([7, 19, 20].map((hour) => on(2, hour))).toEqual([false, false, true])
  expect([7, 8, 20].map((hour) => on(3, hour))).toEqual([true, false, false])
  expect([0, 23].map((hour) => on(6, hour))).toEqual([true, true])
})
