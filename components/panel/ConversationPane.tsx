import { Thread } from '../thread/Thread.tsx'
import styles from './ConversationPane.module.css'

interface ConversationPaneProps {
  conversationId: string
  /** The id of the message to open at; null for the newest. */
  at: string | null
  onNewest: () => void
  /** Given where it covers the list. */
  onBack?: () => void
}

/** The right pane, or the only one where it is narrow. */
export function ConversationPane({ conversationId, at, onNewest, onBack }: ConversationPaneProps) {
  return (
    <div className={styles.pane} data-alone={onBack !== undefined}>
      <Thread conversationId={conversationId} at={at} onNewest={onNewest} {...(onBack ? { onBack } : {})} />
    </div>
  )
}
