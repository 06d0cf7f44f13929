import { profileUrn } from '../world/ids'
import type { Person } from '../world/types'
import type { Wire } from './dialect'

/** A person where a profile id belongs, in one of the spellings of contract 8.6. */
export function spellProfile(person: Person, as: Wire['profile']): string {
  if (as === 'opaque') return person.profileId
  if (as === 'urn') return profileUrn(person.profileId)
  return as === 'slug' ? person.slug : memberNumber(person)
}

/** The address of a profile, by its slug or its opaque id. */
export function profileUrl(person: Person, wire: Wire): string {
  const id = wire.profile === 'slug' || wire.profile === 'digits' ? person.slug : person.profileId
  return `https://www.linkedin.com/in/${id}`
}

function memberNumber({ profileId }: Person): string {
  return String(Buffer.from(profileId, 'base64url').readUInt32BE(4))
}
