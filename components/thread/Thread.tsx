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
  /** Given in narrow layout, where the thread covers the list. */
  onBack?: () => void
}

/** A conversation with its reply box. */
export function Thread({ conversationId, onBack }: ThreadProps) {
  // A key each: another conversation is another page with its own place, draft and feed.
  return <KnownThread key={conversationId} conversationId={conversationId} {...(onBack ? { onBack } : {})} />
}

function KnownThread({ conversationId, onBack }: ThreadProps) {
  const conversation = useStored(
    async (db) => (await getConversation(db, conversationId)) ?? null,
    [conversationId],
  )
  // Beside the conversation itself: its messages do not wait for it.
  const feed = useThreadFeed(conversationId)
  if (conversation) return <ThreadView conversation={conversation} feed={feed} onBack={onBack} />
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
