import { describe, expect, it } from 'vitest'
import { dayOf, dayText } from '../../../lib/domain/timelineDays.ts'

const NOW = Date.UTC(2026, 2, 2, 10, 0)

describe('dayText', () => {
  it.each([
    ['2026-03-02', 'Today'],
    ['2026-03-01', 'Yesterday'],
    ['2026-02-27', 'Friday, February 27'],
    ['2025-12-31', 'Wed, Dec 31, 2025'],
  ])('calls %s "%s"', (day, text) => {
    expect(dayText(day, NOW, 'UTC', 'en-US')).toBe(text)
  })
})

describe('dayOf', () => {
  it('follows the zone over the change of clocks', () => {
    const night = Date.UTC(2026, 2, 29, 22, 30)
    expect(dayOf(night, 'Europe/Berlin')).toBe('2026-03-30')
    expect(dayOf(night, 'UTC')).toBe('2026-03-29')
  })

  it('uses the zone of the machine where none is given', () => {
    const at = new Date(2026, 6, 4, 0, 5).getTime()
    expect(dayOf(at)).toBe('2026-07-04')
  })
})
