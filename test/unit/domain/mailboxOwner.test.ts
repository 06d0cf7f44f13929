import { expect, test } from 'vitest'
import { mailboxOwner } from '../../../lib/domain/mailboxOwner.ts'
import { makeListed } from '../../fixtures/makeListed.ts'

const account = { name: 'Mira Holm' }
const of = (owner: string | null, name = 'Jonas Weber', profileId = 'ACoAAother') =>
  makeListed(1, {
    ownerProfileId: owner,
    participants: [{ profileId, name, headline: null, profileUrl: null, picture: null }],
  })

test('the owner is whom most URNs of a list name', () => {
  const rows = [of('ACoAAowner'), of('ACoAAowner'), of('ACoAAelse'), of(null)]
  expect(mailboxOwner(account, rows)).toBe('ACoAAowner')
})

test('a thread under the other person’s mailbox does not make them the owner', () => {
  expect(mailboxOwner(account, [of('ACoAAother'), of('ACoAAother'), of('ACoAAowner')])).toBe('ACoAAowner')
  expect(mailboxOwner(account, [of('ACoAAother')])).toBeNull()
})

test('a participant who is called as the account is, is the owner', () => {
  expect(mailboxOwner(account, [of('ACoAAowner', 'mira  holm', 'ACoAAowner')])).toBe('ACoAAowner')
})

test('an account without a name is whom the URNs name among several people', () => {
  const among = (owner: string, ...ids: string[]) =>
    makeListed(1, {
      ownerProfileId: owner,
      participants: ids.map((profileId) => ({
        profileId,
        name: profileId === 'ACoAAowner' ? 'Mira Holm' : 'Jonas Weber',
        headline: null,
        profileUrl: null,
        picture: null,
      })),
    })
  const rows = [among('ACoAAowner', 'ACoAAowner', 'ACoAAa'), among('ACoAAowner', 'ACoAAb', 'ACoAAowner')]
  expect(mailboxOwner({ name: 'LinkedIn account' }, rows)).toBe('ACoAAowner')
  expect(mailboxOwner({ name: 'LinkedIn account' }, [among('ACoAAa', 'ACoAAa')])).toBeNull()
  expect(mailboxOwner(account, [among('ACoAAa', 'ACoAAowner', 'ACoAAa')])).toBeNull()
})

test('rows that do not agree tell nothing, nor does a list without URNs', () => {
  expect(mailboxOwner(account, [of('ACoAAone'), of('ACoAAtwo')])).toBeNull()
  expect(mailboxOwner(account, [of(null)])).toBeNull()
  expect(mailboxOwner(account, [])).toBeNull()
})
