import { expect, it } from 'vitest'
import { snoozeChoices } from '../../../../components/conversation-list/snoozeChoices.ts'

const at = (...when: [number, number, number, number?]) => new Date(...when).getTime()

it('offers three hours on, tomorrow at nine and next Monday at nine', () => {
  const wednesday = at(2026, 5, 17, 15)
  expect(snoozeChoices(wednesday)).toEqual([
    { name: 'Later today', until: at(2026, 5, 17, 18) },
    { name: 'Tomorrow 9:00', until: at(2026, 5, 18, 9) },
    { name: 'Next week', until: at(2026, 5, 22, 9) },
  ])
})

it.each([
  ['Sunday', 21, 22],
  ['Monday', 22, 29],
])('next week on a %s is the Monday after it', (_, day, monday) => {
  expect(snoozeChoices(at(2026, 5, day, 8))[2]?.until).toBe(at(2026, 5, monday, 9))
})
