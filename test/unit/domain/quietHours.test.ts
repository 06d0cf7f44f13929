import { expect, test } from 'vitest'
import { isQuiet } from '../../../lib/domain/quietHours.ts'

const at = (hour: number, minute = 0) => new Date(2026, 4, 6, hour, minute).getTime()
const night = { from: 22 * 60, to: 7 * 60 }
const noon = { from: 12 * 60, to: 13 * 60 + 30 }

test.each([
  [night, at(21, 59), false],
  [night, at(22), true],
  [night, at(3), true],
  [night, at(6, 59), true],
  [night, at(7), false],
  [noon, at(11, 59), false],
  [noon, at(13, 29), true],
  [noon, at(13, 30), false],
  [{ from: 60, to: 60 }, at(1), false],
  [null, at(3), false],
])('%j at %i: %s', (hours, now, quiet) => {
  expect(isQuiet(hours, now)).toBe(quiet)
})

test('they follow the clock on the wall over the change to summer time', () => {
  // Wherever this runs: each day of a year has its quiet three o'clock and its loud noon.
  for (let day = 1; day <= 365; day++) {
    expect(isQuiet(night, new Date(2026, 0, day, 3, 0).getTime())).toBe(true)
    expect(isQuiet(night, new Date(2026, 0, day, 12, 0).getTime())).toBe(false)
  }
})
