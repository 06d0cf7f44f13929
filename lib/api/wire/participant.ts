import type { Participant } from '../../domain/participant.ts'
import { isRecord } from './envelope.ts'
import { name, rowOf, word } from './fields.ts'
import { joinedName, profileIdOf } from './identity.ts'

/** More than any conversation has, and an end for a monstrous one: each message is held against each of them. */
const MOST_PEOPLE = 500

const participantRow = rowOf({
  profileId: word,
  participantUrn: word,
  hostIdentityUrn: word,
  backendUrn: word,
  profileUrn: word,
  profileUrl: word,
  id: word,
  name,
  fullName: name,
  firstName: name,
  lastName: name,
  headline: name,
  profilePicture: word,
  picture: word,
})

/** The people of a conversation, in any spelling (contract 2.1, 4). Entries that name nobody are left out, and all after the first 500. */
export function readParticipants(rows: readonly unknown[]): Participant[] {
  return rows
    .slice(0, MOST_PEOPLE)
    .map(readParticipant)
    .filter((p): p is Participant => p !== null)
}

function readParticipant(row: unknown): Participant | null {
  const given = typeof row === 'string' ? bare(row) : row
  if (!isRecord(given)) return null
  const p = participantRow(given)
  const profileId = profileIdOf([
    p.profileId,
    p.hostIdentityUrn,
    p.participantUrn,
    p.profileUrn,
    p.profileUrl,
    p.backendUrn,
    p.id,
  ])
  const fullName = p.name ?? p.fullName ?? joinedName(p.firstName, p.lastName)
  if (profileId === null && fullName === null) return null
  return {
    profileId,
    name: fullName,
    headline: p.headline,
    profileUrl: p.profileUrl,
    picture: p.profilePicture ?? p.picture,
  }
}

/** Somebody given by a URN or a name alone. */
function bare(text: string): { profileId: string } | { name: string } {
  return /^(urn:|ACoAA)/.test(text) ? { profileId: text } : { name: text }
}
