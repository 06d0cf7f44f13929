import { expect, it } from 'vitest'
import { ageText, relativeText } from '../../../../components/ui/timeText.ts'

const MINUTE = 60_000
const now = new Date(2026, 5, 17, 15, 0).getTime()

it.each([
  [-5 * MINUTE, 'now'],
  [59_000, 'now'],
  [5 * MINUTE, '5m'],
  [3 * 60 * MINUTE, '3h'],
  [14 * 60 * MINUTE, '14h'],
])('%d ms ago is "%s"', (age, text) => {
  expect(relativeText(now - age, now)).toBe(text)
})

it('says the weekday, then the day, then the year too, in whatever language', () => {
  const yesterday = new Date(2026, 5, 16, 19, 0)
  expect(relativeText(yesterday.getTime(), now)).toBe(
    yesterday.toLocaleDateString(undefined, { weekday: 'short' }),
  )
  expect(relativeText(new Date(2026, 2, 12).getTime(), now)).toMatch(/12/)
  expect(relativeText(new Date(2026, 2, 12).getTime(), now)).not.toMatch(/2026/)
  expect(relativeText(new Date(2024, 2, 12).getTime(), now)).toMatch(/2024/)
})

it('says an age in words', () => {
  expect(ageText(10_000)).toBe('just now')
  expect(ageText(12 * MINUTE)).toBe('12 min')
  expect(ageText(26 * 60 * MINUTE)).toBe('26 h')
  expect(ageText(3 * 24 * 60 * MINUTE)).toBe('3 d')
})
