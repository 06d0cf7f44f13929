import { describe, expect, it, test } from 'vitest'
import { momentText } from '../../../components/ui/timeText.ts'
import { laterChoices } from '../../../lib/domain/laterChoices.ts'
import { profileNameIn } from '../../../lib/domain/profileName.ts'

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime()

describe('times to send later', () => {
  it.each([
    // 27 November 2026 is a Friday.
    ['in the morning', at(27, 8), ['In 1 hour', 'This afternoon', 'Tomorrow morning', 'Monday morning']],
    ['in the afternoon', at(27, 14), ['In 1 hour', 'This evening', 'Tomorrow morning', 'Monday morning']],
    ['at night', at(27, 22), ['In 1 hour', 'Tomorrow morning', 'Monday morning']],
    ['on a Sunday, when tomorrow is Monday', at(29, 22), ['In 1 hour', 'Tomorrow morning']],
    ['on a Monday', at(30, 22), ['In 1 hour', 'Tomorrow morning', 'Monday morning']],
  ])('%s', (_, now, names) => {
    const choices = laterChoices(now)
    expect(choices.map(({ name }) => name)).toEqual(names)
    for (const choice of choices) expect(choice.at).toBeGreaterThan(now)
  })

  it('are said as one says them', () => {
    const now = at(27, 12)
    expect(momentText(at(27, 14), now)).toBe('today 14:00')
    expect(momentText(at(28, 9), now)).toBe('tomorrow 09:00')
    expect(momentText(at(26, 9), now)).toBe('yesterday 09:00')
    expect(momentText(at(30, 9), now)).toMatch(/30.*09:00|09:00.*30/)
  })
})

test.each([
  ['https://www.linkedin.com/in/ines-carvalho-42/', 'ines-carvalho-42'],
  ['linkedin.com/in/ines-carvalho-42?trk=x#about', 'ines-carvalho-42'],
  ['https://de.linkedin.com/in/j%C3%BCrgen-w', 'jürgen-w'],
  [
    'https://www.linkedin.com/in/ACoAACk4tTUBw0o6QmX1aZfV7uLh2RjNsPbE8yC',
    'ACoAACk4tTUBw0o6QmX1aZfV7uLh2RjNsPbE8yC',
  ],
  ['urn:li:fsd_profile:ACoAACk4tTUBw0o6QmX1aZfV7uLh2RjNsPbE8yC', 'ACoAACk4tTUBw0o6QmX1aZfV7uLh2RjNsPbE8yC'],
  ['  ines-carvalho-42 ', 'ines-carvalho-42'],
  ['https://evil.example/in/ines', null],
  ['https://www.linkedin.com/company/northwind', null],
  ['https://www.linkedin.com.evil.example/in/ines', null],
  ['Ines Carvalho', null],
  ['..', null],
  ['%zz', null],
  ['https://www.linkedin.com/in/%zz', null],
  ['', null],
])('the profile in %j', (text, name) => {
  expect(profileNameIn(text)).toBe(name)
})
