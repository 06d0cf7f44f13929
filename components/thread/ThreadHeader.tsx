import ArrowLeft from 'lucide-react/icons/arrow-left'
import { lazy, memo, Suspense } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Participant } from '../../lib/domain/participant.ts'
import type { SeenPolicy } from '../../lib/domain/settings.ts'
import { text } from '../../lib/domain/texts.ts'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { ThreadActions } from './ThreadActions.tsx'
import { ThreadFacts } from './ThreadFacts.tsx'
import styles from './ThreadHeader.module.css'

const ThreadKept = lazy(async () => ({ default: (await import('./ThreadKept.tsx')).ThreadKept }))

interface ThreadHeaderProps {
  conversation: Conversation
  /** The other people in it. */
  people: readonly Participant[]
  account: Account | undefined
  headline: string | null
  seenPolicy: SeenPolicy
  onBack?: (() => void) | undefined
  /** Before it is marked unread, so that looking at it does not undo that. */
  onMarkUnread: () => void
}

/** Who it is, what can be done with the conversation, and what reading it tells LinkedIn. */
export const ThreadHeader = memo(function ThreadHeader(props: ThreadHeaderProps) {
  const { conversation, people, account, headline, seenPolicy, onBack, onMarkUnread } = props
  const { title } = conversation
  const painted = useAfterPaint()
  // Alone on the page it is the page's heading; beside the list it is one of two.
  const Heading = onBack ? 'h1' : 'h2'
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        {onBack && (
          <IconButton label={text('common_backToConversations')} icon={ArrowLeft} onClick={onBack} />
        )}
        <div className={styles.words}>
          <Heading className={styles.title} title={title} tabIndex={-1}>
            <bdi>{title}</bdi>
          </Heading>
          {headline && (
            <p className={styles.headline} title={headline}>
              <bdi>{headline}</bdi>
            </p>
          )}
        </div>
        <ThreadActions
          conversation={conversation}
          account={account}
          people={people}
          onBack={onBack}
          onMarkUnread={onMarkUnread}
        />
      </div>
      <ThreadFacts account={account} conversation={conversation} seenPolicy={seenPolicy} />
      {painted && (
        <Suspense>
          <ThreadKept conversation={conversation} people={people} />
        </Suspense>
      )}
    </header>
  )
})
