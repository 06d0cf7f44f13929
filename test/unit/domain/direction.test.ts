import { describe, expect, it } from 'vitest'
import { isOwn, mayBeOwn, type Owner, othersOf } from '../../../lib/domain/direction.ts'
import type { Participant } from '../../../lib/domain/participant.ts'

const OWNER: Owner = { profileId: 'ACoAAowner', publicId: 'mira-holm', name: 'Mira Holm' }
const person = (name: string | null, profileId: string | null = null): Participant => ({
  profileId,
  name,
  headline: null,
  profileUrl: null,
  picture: null,
})
const JONAS = person('Jonas Weber', 'ACoAAjonas')
const INES = person('Ines Carvalho', 'ACoAAines')

function own(
  sender: { id?: string; name?: string; claim?: boolean },
  participants: Participant[] = [JONAS],
  owner = OWNER,
) {
  const { id = null, name = null, claim = null } = sender
  return isOwn({ senderProfileId: id, senderName: name, claimedOwn: claim }, owner, participants)
}

describe('whose a message is', () => {
  it('is told by the sender id, whatever name and claim say', () => {
    expect(own({ id: 'ACoAAowner', name: 'Jonas Weber', claim: false })).toBe(true)
    expect(own({ id: 'urn:li:fsd_profile:ACoAAowner', claim: false })).toBe(true)
    expect(own({ id: 'ACoAAjonas', name: 'Mira Holm', claim: true })).toBe(false)
    expect(own({ id: 'ACoAAstranger', name: 'Mira Holm', claim: true })).toBe(false)
  })

  it('is told by a slug that is the owner’s, or another participant’s', () => {
    expect(own({ id: 'mira-holm', claim: false })).toBe(true)
    expect(own({ id: 'jonas-w', claim: true }, [person('Jonas Weber', 'jonas-w')])).toBe(false)
  })

  it('is told by the slug in the address of a participant’s profile', () => {
    const jonas = { ...JONAS, profileUrl: 'https://www.linkedin.com/in/jonas-w/' }
    expect(own({ id: 'jonas-w', claim: true }, [jonas])).toBe(false)
    const mira = { ...person(null), profileUrl: 'https://www.linkedin.com/in/mira-holm' }
    expect(othersOf([jonas, mira], OWNER)).toEqual([jonas])
  })

  it('is told by the name where no id is known, against the claim', () => {
    expect(own({ name: ' mira  HOLM ', claim: false })).toBe(true)
    expect(own({ name: 'Jonas Weber', claim: true })).toBe(false)
    expect(own({ id: 'some-slug', name: 'Mira Holm', claim: false })).toBe(true)
  })

  it('is told by the name in a group too', () => {
    expect(own({ name: 'Ines Carvalho', claim: true }, [JONAS, INES])).toBe(false)
    expect(own({ name: 'Mira Holm', claim: false }, [JONAS, INES, person('Mira Holm')])).toBe(true)
  })

  it('is left to the claim between namesakes, in a group as between two', () => {
    const namesake = person('Mira Holm', 'ACoAAnamesake')
    for (const participants of [[namesake], [namesake, JONAS]]) {
      expect(own({ name: 'Mira Holm', claim: true }, participants)).toBe(true)
      expect(own({ name: 'Mira Holm', claim: false }, participants)).toBe(false)
      expect(own({ id: 'ACoAAnamesake', name: 'Mira Holm', claim: true }, participants)).toBe(false)
    }
  })

  it('is theirs where nobody is known but the sender is not called as the owner is', () => {
    expect(own({ name: 'Jonas Weber', claim: true }, [])).toBe(false)
    expect(own({ name: 'Jonas Weber', claim: true }, [person(null, 'ACoAAjonas')])).toBe(false)
    expect(own({ name: 'Mira Holm', claim: false }, [])).toBe(true)
    expect(own({ name: 'M. Holm', claim: true })).toBe(true)
    expect(own({ name: 'Jonas Weber', claim: true }, [], { ...OWNER, name: '' })).toBe(true)
  })

  it('is left to the claim where nothing else is known, and theirs without one', () => {
    expect(own({ claim: true })).toBe(true)
    expect(own({ name: 'Nobody Known', claim: false })).toBe(false)
    expect(own({})).toBe(false)
    expect(own({ id: 'ACoAAsomebody', claim: true }, [], { ...OWNER, profileId: null })).toBe(true)
  })

  it('is left to the claim among several people, where nothing is known of the owner', () => {
    const nobody: Owner = { profileId: null, publicId: null, name: '' }
    const own2 = (claim: boolean) =>
      own({ id: 'ACoAAines', name: 'Ines Carvalho', claim }, [JONAS, INES], nobody)
    expect([own2(true), own2(false)]).toEqual([true, false])
    expect(own({ id: 'ACoAAjonas', claim: true }, [JONAS], nobody)).toBe(false)
  })

  it('is open only where nothing but the claim says theirs', () => {
    const of = (name: string | null, id: string | null = null) =>
      mayBeOwn({ senderName: name, senderProfileId: id, claimedOwn: false }, OWNER, [JONAS])
    expect(of(null)).toBe(true)
    expect(of('Mira Holm')).toBe(true)
    expect(of('Jonas Weber')).toBe(false)
    expect(of(null, 'ACoAAjonas')).toBe(false)
  })
})

describe('the other people of a conversation', () => {
  it('are those who are not the owner by id, slug or name', () => {
    expect(othersOf([JONAS, person('M. Holm', 'ACoAAowner')], OWNER)).toEqual([JONAS])
    expect(othersOf([JONAS, person(null, 'mira-holm')], OWNER)).toEqual([JONAS])
    expect(othersOf([JONAS, person('mira holm')], OWNER)).toEqual([JONAS])
  })

  it('include a namesake whose id shows it, and one who is alone', () => {
    const namesake = person('Mira Holm', 'ACoAAnamesake')
    expect(othersOf([JONAS, namesake], OWNER)).toEqual([JONAS, namesake])
    expect(othersOf([person('Mira Holm')], OWNER)).toHaveLength(1)
  })
})
