import type { Conversation } from '../../lib/domain/conversation.ts'
import { useAction } from '../actions/useAction.ts'
import { useDoors } from './useDoors.ts'

interface DoorKeysProps {
  /** What the keys act on now; null for nothing. */
  target: () => Conversation | null
}

/** The keys that lead from a conversation to elsewhere. */
export function DoorKeys({ target }: DoorKeysProps) {
  const { openOnLinkedIn, copyLink } = useDoors()
  const on = (act: (conversation: Conversation) => unknown) => () => {
    const conversation = target()
    return conversation ? act(conversation) : false
  }
  useAction('openOnLinkedIn', on(openOnLinkedIn))
  useAction('copyLink', on(copyLink))
  return null
}
