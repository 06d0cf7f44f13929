import { fieldsIn, isRecord, layersOf } from './envelope.ts'
import { flag, rowOf, urn } from './fields.ts'
import { usableIds } from './identity.ts'

const existsAnswer = rowOf({ hasConversation: flag, conversationUrn: urn, profileUrn: urn })

export interface Exists {
  /** Null where there is no conversation. */
  conversationUrn: string | null
  profileUrn: string | null
}

/** Whether there is a conversation with somebody (contract 2.11), or null where the answer is no object. */
export function readExists(value: unknown): Exists | null {
  const layers = layersOf(value)
  if (!layers.some(isRecord)) return null
  const { hasConversation, conversationUrn, profileUrn } = existsAnswer(fieldsIn(layers))
  const [conversation] = usableIds([conversationUrn])
  const [profile] = usableIds([profileUrn]).filter((id) => id.startsWith('urn:li:fsd_profile:'))
  return {
    conversationUrn: hasConversation === false ? null : (conversation ?? null),
    profileUrn: profile ?? null,
  }
}
