import { Thread } from '../thread/Thread.tsx'
import styles from './ConversationPane.module.css'

interface ConversationPaneProps {
  conversationId: string
  /** Given where it covers the list. */
  onBack?: () => void
}

/** The right pane, or the only one where it is narrow. */
export function ConversationPane({ conversationId, onBack }: ConversationPaneProps) {
  return (
    <div className={styles.pane} data-alone={onBack !== undefined}>
      <Thread conversationId={conversationId} {...(onBack ? { onBack } : {})} />
    </div>
  )
}
