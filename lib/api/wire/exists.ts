import { fieldsIn, isRecord, layersOf } from './envelope.ts'
import { flag, rowOf, urn } from './fields.ts'
import { profileIdOf, usableIds } from './identity.ts'

const existsAnswer = rowOf({
  hasConversation: flag,
  conversationUrn: urn,
  conversationId: urn,
  profileUrn: urn,
  profileId: urn,
})

const WHOLE = 'urn:li:fsd_profile:'

export interface Exists {
  /** Null where there is no conversation. */
  conversationUrn: string | null
  profileUrn: string | null
}

/** Whether there is a conversation with somebody (contract 2.11), or null where the answer is no object. */
export function readExists(value: unknown): Exists | null {
  const layers = layersOf(value)
  if (!layers.some(isRecord)) return null
  const answer = existsAnswer(fieldsIn(layers))
  const [conversation] = usableIds([answer.conversationUrn, answer.conversationId])
  const whole = usableIds([answer.profileUrn, answer.profileId]).find((id) => id.startsWith(WHOLE))
  const profile = profileIdOf([answer.profileUrn, answer.profileId])
  return {
    conversationUrn: answer.hasConversation === false ? null : (conversation ?? null),
    // A slug or a number in its place (contract 8.6) is none that a message could be sent to.
    profileUrn: whole ?? (profile?.startsWith('ACoAA') ? WHOLE + profile : null),
  }
}
