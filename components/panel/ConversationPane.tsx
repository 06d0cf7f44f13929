import { useRef } from 'react'
import { ActionScope } from '../actions/ActionScope.tsx'
import { Thread } from '../thread/Thread.tsx'
import styles from './ConversationPane.module.css'

interface ConversationPaneProps {
  conversationId: string
  /** The id of the message to open at; null for the newest. */
  at: string | null
  onNewest: () => void
  /** It was put away by a key: the next one is wanted. */
  onAway: (conversationId: string) => void
  /** Given where it covers the list. */
  onBack?: () => void
}

/** The right pane, or the only one where it is narrow. */
export function ConversationPane({ conversationId, at, onNewest, onAway, onBack }: ConversationPaneProps) {
  const pane = useRef<HTMLDivElement>(null)
  return (
    <div ref={pane} className={styles.pane} data-alone={onBack !== undefined}>
      <ActionScope element={pane} steps={2}>
        <Thread
          conversationId={conversationId}
          at={at}
          onNewest={onNewest}
          onAway={onAway}
          {...(onBack ? { onBack } : {})}
        />
      </ActionScope>
    </div>
  )
}
