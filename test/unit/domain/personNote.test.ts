import { expect, test } from 'vitest'
import { personIdOf } from '../../../lib/domain/personNote.ts'

const person = (change: Partial<Parameters<typeof personIdOf>[0]>) => ({
  profileId: null,
  name: 'Jonas Weber',
  headline: null,
  profileUrl: null,
  picture: null,
  ...change,
})

test('a person is the same in every conversation, however the API spells their profile', () => {
  const plain = personIdOf(person({ profileId: 'ACoAAother' }), 'a/inbox/1')
  expect(personIdOf(person({ profileId: 'urn:li:fsd_profile:ACoAAother' }), 'b/inbox/2')).toBe(plain)
  expect(personIdOf(person({ profileUrl: 'https://www.linkedin.com/in/ACoAAother/' }), 'c/inbox/3')).toBe(
    plain,
  )
})

test('somebody without a profile is known within one conversation only: namesakes are many', () => {
  expect(personIdOf(person({}), 'a/inbox/1')).not.toBe(personIdOf(person({}), 'a/inbox/2'))
})
