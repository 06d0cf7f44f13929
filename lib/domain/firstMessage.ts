import type { Participant } from './participant.ts'
import { conversationId, normaliseProfileId } from './urn.ts'

/** Somebody there is no conversation with yet. */
export interface Recipient {
  /** The name of their profile as it was given: slug or opaque id. */
  profile: string
  /** As the API told it, or null where it told none. */
  profileUrn: string | null
}

const STANDS_FOR = 'new:'

/** The id that stands for a conversation there is not yet, for what is written and sent before there is. */
export function firstMessageId(accountId: string, to: Recipient): string {
  return conversationId(accountId, 'inbox', `${STANDS_FOR}${normaliseProfileId(to.profileUrn) ?? to.profile}`)
}

/** Whether somebody in a conversation is the one a first message went to. */
export function isRecipient({ profileId, profileUrl }: Participant, to: Recipient): boolean {
  const slug = profileUrl && /\/in\/([^/?#]+)/.exec(profileUrl)?.[1]
  const ids = [normaliseProfileId(to.profileUrn), to.profile]
  return [normaliseProfileId(profileId), slug].some((id) => !!id && ids.includes(id))
}
