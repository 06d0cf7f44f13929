import type { Participant } from './participant.ts'
import { normaliseText } from './text.ts'
import { normaliseProfileId } from './urn.ts'

/** Who the mailbox belongs to, as far as is known. */
export interface Owner {
  profileId: string | null
  /** The account's `publicId`, which some dialects put where the profile id belongs. */
  publicId: string | null
  name: string
}

interface Sender {
  senderProfileId: string | null
  senderName: string | null
  claimedOwn: boolean | null
}

/**
 * Whether a message is the owner's own, in the order of contract 2.2: sender id, sender name, the only other
 * participant, and only then the API's claim, which lies. Nothing known at all counts as theirs, so that no
 * message goes unnoticed.
 */
export function isOwn(sender: Sender, owner: Owner, participants: readonly Participant[]): boolean {
  const id = normaliseProfileId(sender.senderProfileId)
  const others = othersOf(participants, owner)
  if (id !== null) {
    if (isOwnerId(id, owner)) return true
    if (others.some((p) => idsOf(p).includes(id))) return false
    if (owner.profileId !== null && id.startsWith('ACoAA')) return false
  }
  const name = sameName(sender.senderName)
  if (name) {
    const matchesOwner = name(owner.name)
    const matchesOther = others.some((p) => p.name !== null && name(p.name))
    // Namesakes: the name tells nothing then.
    if (matchesOwner !== matchesOther) return matchesOwner
    // Where nobody else is known by name, somebody called otherwise than the owner is not the owner.
    if (!matchesOwner && owner.name !== '' && others.every((p) => p.name === null)) return false
  }
  return sender.claimedOwn ?? false
}

/**
 * Whether a message may be the owner's own though it does not count as that: false where more than the API's claim
 * tells that it is theirs.
 */
export function mayBeOwn(sender: Sender, owner: Owner, participants: readonly Participant[]): boolean {
  return isOwn({ ...sender, claimedOwn: true }, owner, participants)
}

/** The participants who are not the owner (contract 8.29). */
export function othersOf(participants: readonly Participant[], owner: Owner): Participant[] {
  const others = participants.filter((p) => !idsOf(p).some((id) => isOwnerId(id, owner)))
  if (others.length < 2) return others
  const unnamed = others.filter(
    (p) => isSomebodyElse(p, owner) || !(p.name && sameName(p.name)?.(owner.name)),
  )
  return unnamed.length > 0 ? unnamed : others
}

/** What somebody may be called by: their id, and the slug or id in the address of their profile (contract 8.6). */
export function idsOf({ profileId, profileUrl }: Participant): string[] {
  const slug = profileUrl && /\/in\/([^/?#]+)/.exec(profileUrl)?.[1]
  return [profileId, slug].map((id) => normaliseProfileId(id)).filter((id) => id !== null)
}

// A namesake of the owner, with an id that shows it.
function isSomebodyElse(participant: Participant, owner: Owner): boolean {
  const id = normaliseProfileId(participant.profileId)
  return owner.profileId !== null && id?.startsWith('ACoAA') === true
}

function isOwnerId(id: string, owner: Owner): boolean {
  return id === owner.profileId || (owner.publicId !== null && id === owner.publicId)
}

/** Tells whether another name is this one, white space and case aside; null for no name. */
export function sameName(name: string | null): ((other: string) => boolean) | null {
  const own = name && normaliseText(name).toLowerCase()
  return own ? (other) => normaliseText(other).toLowerCase() === own : null
}
