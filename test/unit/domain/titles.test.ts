import { expect, test } from 'vitest'
import type { Participant } from '../../../lib/domain/participant.ts'
import { titleOf } from '../../../lib/domain/titles.ts'

const OWNER = { profileId: 'ACoAAowner', publicId: null, name: 'Mira Holm' }
const person = (name: string | null, profileId: string | null = null): Participant => ({
  profileId,
  name,
  headline: null,
  profileUrl: null,
  picture: null,
})

test('a conversation is named after the other people, in order, without the owner', () => {
  const people = [
    person('Ines', 'ACoAAines'),
    person('Mira Holm', 'ACoAAowner'),
    person(' Jonas ', 'ACoAAjonas'),
  ]
  expect(titleOf(people, OWNER, 'Somebody')).toBe('Ines, Jonas')
})

test('without their names it is named after who wrote last, unless that was the owner', () => {
  expect(titleOf([], OWNER, ' Ines ', 'Before')).toBe('Ines')
  expect(titleOf([person(null)], OWNER, 'Ines')).toBe('Ines')
  expect(titleOf([], OWNER, 'mira  holm', 'Before')).toBe('Before')
})

test('without any name it keeps the one it had, and else is a LinkedIn member', () => {
  expect(titleOf([person('  ')], OWNER, null, 'Before')).toBe('Before')
  expect(titleOf([], OWNER, ' ')).toBe('LinkedIn member')
})
