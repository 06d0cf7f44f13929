import ArrowLeft from 'lucide-react/icons/arrow-left'
import CircleCheck from 'lucide-react/icons/circle-check'
import Inbox from 'lucide-react/icons/inbox'
import Mail from 'lucide-react/icons/mail'
import Star from 'lucide-react/icons/star'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { SeenPolicy } from '../../lib/domain/settings.ts'
import { markUnread, setStarred } from '../../lib/store/intents/marks.ts'
import { markDone, moveToInbox } from '../../lib/store/intents/shelves.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { MoreButton } from './MoreButton.tsx'
import { MuteButton } from './MuteButton.tsx'
import { ThreadFacts } from './ThreadFacts.tsx'
import styles from './ThreadHeader.module.css'

interface ThreadHeaderProps {
  conversation: Conversation
  account: Account | undefined
  headline: string | null
  seenPolicy: SeenPolicy
  onBack?: (() => void) | undefined
  /** Before it is marked unread, so that looking at it does not undo that. */
  onMarkUnread: () => void
}

/** Who it is, what can be done with the conversation, and what reading it tells LinkedIn. */
export function ThreadHeader(props: ThreadHeaderProps) {
  const { conversation, account, headline, seenPolicy, onBack, onMarkUnread } = props
  const { id, title, starred, shelf } = conversation
  const intend = useIntent()
  // Alone on the page it is the page's heading; beside the list it is one of two.
  const Heading = onBack ? 'h1' : 'h2'
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        {onBack && <IconButton label="Back to conversations" icon={ArrowLeft} onClick={onBack} />}
        <div className={styles.words}>
          <Heading className={styles.title} title={title}>
            <bdi>{title}</bdi>
          </Heading>
          {headline && (
            <p className={styles.headline} title={headline}>
              <bdi>{headline}</bdi>
            </p>
          )}
        </div>
        <div className={styles.actions}>
          <IconButton
            label={starred ? 'Unstar' : 'Star'}
            icon={Star}
            aria-pressed={starred === 1}
            className={cx(starred === 1 && styles.starred)}
            onClick={() => intend((db, now) => setStarred(db, id, !starred, now))}
          />
          <MuteButton conversationId={id} />
          <IconButton
            label="Mark as unread"
            icon={Mail}
            onClick={() => {
              onMarkUnread()
              void intend((db, now) => markUnread(db, id, now))
              onBack?.()
            }}
          />
          {shelf === 'inbox' ? (
            <IconButton
              label="Done"
              icon={CircleCheck}
              onClick={() => {
                void intend((db, now) => markDone(db, id, now))
                onBack?.()
              }}
            />
          ) : (
            <IconButton
              label="Move to inbox"
              icon={Inbox}
              onClick={() => intend((db) => moveToInbox(db, id))}
            />
          )}
          <MoreButton conversation={conversation} account={account} />
        </div>
      </div>
      <ThreadFacts account={account} channel={conversation.channel} seenPolicy={seenPolicy} />
    </header>
  )
}
