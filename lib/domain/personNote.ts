import type { Conversation } from './conversation.ts'
import { idsOf } from './direction.ts'
import type { Participant } from './participant.ts'

/** What the user keeps in mind about somebody. Local: LinkedIn and the person never see it. */
export interface PersonNote {
  personId: string
  text: string
  /** Local ms. */
  updatedAt: number
}

/**
 * Who a note is about: the same person in each conversation and account. Where the API tells no profile, the name within
 * that one conversation, as namesakes are many.
 */
export function personIdOf(person: Participant, conversationId: Conversation['id']): string {
  return idsOf(person)[0] ?? `${conversationId} ${person.name ?? ''}`
}
