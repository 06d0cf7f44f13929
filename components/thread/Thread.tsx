import MessageSquare from 'lucide-react/icons/message-square'
import { text } from '../../lib/domain/texts.ts'
import { getConversation } from '../../lib/store/queries/conversations.ts'
import type { NewestScreen } from '../../lib/store/queries/newestScreen.ts'
import { KeysToCome } from '../actions/KeysToCome.tsx'
import { useStored } from '../hooks/useStored.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useReplyWished } from './replyWish.ts'
import styles from './Thread.module.css'
import { ThreadSkeleton } from './ThreadPlaceholder.tsx'
import { ThreadView } from './ThreadView.tsx'
import { useNewestScreen } from './useNewestScreen.ts'
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

function KnownThread(props: ThreadProps) {
  const first = useNewestScreen(props.conversationId)
  const answering = useReplyWished(props.conversationId)
  if (first) return <ReadThread {...props} first={first} />
  return (
    <section className={styles.thread}>
      <ThreadSkeleton />
      <KeysToCome forText={answering} />
    </section>
  )
}

/** All that is on its first screen is there in the first render. */
function ReadThread(props: ThreadProps & { first: NewestScreen }) {
  const { conversationId, at = null, onNewest, onAway, onBack, first } = props
  const conversation = useStored(
    async (db) => (await getConversation(db, conversationId)) ?? null,
    [conversationId],
    first.conversation,
  )
  const feed = useThreadFeed(conversationId, at, first)
  if (conversation) {
    return (
      <ThreadView
        conversation={conversation}
        feed={feed}
        first={first}
        at={at}
        onNewest={onNewest}
        onAway={onAway}
        onBack={onBack}
      />
    )
  }
  return (
    <section className={styles.thread}>
      <EmptyState
        icon={MessageSquare}
        title={text('thread_notHere')}
        action={onBack && <Button onClick={onBack}>{text('common_backToConversations')}</Button>}
      >
        {text('thread_notHere_hint')}
      </EmptyState>
    </section>
  )
}
