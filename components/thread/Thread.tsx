import MessageSquare from 'lucide-react/icons/message-square'
import { getConversation } from '../../lib/store/queries/conversations.ts'
import { useStored } from '../hooks/useStored.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './Thread.module.css'
import { ThreadSkeleton } from './ThreadPlaceholder.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useThreadFeed } from './useThreadFeed.ts'

interface ThreadProps {
  conversationId: string
  /** The id of the message to open at, and the way to the newest from there. */
  at?: string | null
  onNewest?: () => void
  /** It was put away by a key. */
  onAway?: (conversationId: string) => void
  /** Given in narrow layout, where the thread covers the list. */
  onBack?: () => void
}

/** A conversation with its reply box. */
export function Thread(props: ThreadProps) {
  // A key each: another conversation is another page with its own place, draft and feed.
  return <KnownThread key={props.conversationId} {...props} />
}

function KnownThread({ conversationId, at = null, onNewest, onAway, onBack }: ThreadProps) {
  const conversation = useStored(
    async (db) => (await getConversation(db, conversationId)) ?? null,
    [conversationId],
  )
  // Beside the conversation itself: its messages do not wait for it.
  const feed = useThreadFeed(conversationId, at)
  if (conversation) {
    return (
      <ThreadView
        conversation={conversation}
        feed={feed}
        at={at}
        onNewest={onNewest}
        onAway={onAway}
        onBack={onBack}
      />
    )
  }
  return (
    <section className={styles.thread}>
      {conversation === undefined ? (
        <ThreadSkeleton />
      ) : (
        <EmptyState
          icon={MessageSquare}
          title="This conversation is not here"
          action={onBack && <Button onClick={onBack}>Back to conversations</Button>}
        >
          It may belong to an account that was removed, or not be synced yet.
        </EmptyState>
      )}
    </section>
  )
}
