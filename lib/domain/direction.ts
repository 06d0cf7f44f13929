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
  return ownIn(owner, participants)(sender)
}

/** The same for many messages of one conversation: what is known of its people is worked out once. */
export function ownIn(owner: Owner, participants: readonly Participant[]): (sender: Sender) => boolean {
  const others = othersOf(participants, owner)
  const ids = new Set(others.flatMap(idsOf))
  const names = new Set(others.flatMap(({ name }) => (name === null ? [] : [foldedName(name)])))
  const ownerName = foldedName(owner.name)
  // Then the owner may be any of several.
  const isAmong = owner.profileId === null && owner.publicId === null && !ownerName && others.length > 1
  return ({ senderProfileId, senderName, claimedOwn }) => {
    if (isAmong) return claimedOwn ?? false
    const id = normaliseProfileId(senderProfileId)
    if (id !== null) {
      if (isOwnerId(id, owner)) return true
      if (ids.has(id)) return false
      if (owner.profileId !== null && id.startsWith('ACoAA')) return false
    }
    const name = senderName && foldedName(senderName)
    if (name) {
      const matchesOwner = name === ownerName
      // Namesakes: the name tells nothing then.
      if (matchesOwner !== names.has(name)) return matchesOwner
      // Where nobody else is known by name, somebody called otherwise than the owner is not the owner.
      if (!matchesOwner && owner.name !== '' && names.size === 0) return false
    }
    return claimedOwn ?? false
  }
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

/** Tells by what name a conversation knows the sender of a message that gives only an id; null for nobody it knows. */
export function nameByIdIn(
  participants: readonly Participant[],
): (senderProfileId: string | null) => string | null {
  const names = new Map(participants.flatMap((one) => idsOf(one).map((id) => [id, one.name] as const)))
  return (senderProfileId) => names.get(normaliseProfileId(senderProfileId) ?? '') ?? null
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
  const own = name && foldedName(name)
  return own ? (other) => foldedName(other) === own : null
}

function foldedName(name: string): string {
  return normaliseText(name).toLowerCase()
}
