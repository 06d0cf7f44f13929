import type { RefObject } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { TriageKeys } from '../triage/TriageKeys.tsx'
import { DoorKeys } from './DoorKeys.tsx'

interface ThreadKeysProps {
  conversation: Conversation
  section: RefObject<HTMLElement | null>
  onAway: ((conversationId: string) => void) | undefined
  onMarkUnread: () => void
}

/** The keys of the open conversation. */
export function ThreadKeys({ conversation, section, onAway, onMarkUnread }: ThreadKeysProps) {
  return (
    <>
      <DoorKeys target={() => conversation} />
      <TriageKeys
        targets={() => [conversation]}
        anchor={() => section.current?.querySelector('h1, h2') ?? null}
        onAway={() => onAway?.(conversation.id)}
        onMarkUnread={onMarkUnread}
      />
    </>
  )
}
