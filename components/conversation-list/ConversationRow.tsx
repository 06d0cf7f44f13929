import Compass from 'lucide-react/icons/compass'
import Star from 'lucide-react/icons/star'
import { lazy, memo, Suspense } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import { channelName } from '../../lib/domain/channel.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { counted, numberText, text } from '../../lib/domain/texts.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { cx } from '../ui/cx.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import styles from './ConversationRow.module.css'
import { PreviewLine } from './PreviewLine.tsx'

// Loaded after the first paint, with all that writes in it.
const RowActions = lazy(async () => ({ default: (await import('./RowActions.tsx')).RowActions }))
const RowMarks = lazy(async () => ({ default: (await import('./RowMarks.tsx')).RowMarks }))
const SelectBox = lazy(async () => ({ default: (await import('../selection/SelectBox.tsx')).SelectBox }))

interface ConversationRowProps {
  conversation: Conversation
  /** Whose it is, where there are several accounts; else null. */
  account: Account | null
  current?: boolean
  /** Whether what can be done with it is there too; not needed for the first paint, as nobody sees it unasked. */
  actions?: boolean
  /** Whether something unfinished is written to it. */
  draft?: boolean
  /** Whether it can be chosen together with others. */
  selectable?: boolean
  onOpen: (conversationId: string) => void
}

/** One conversation of a list: a button over the whole row, and beside it what can be done without opening it. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  account,
  current = false,
  actions = true,
  draft = false,
  selectable = false,
  onOpen,
}: ConversationRowProps) {
  const { id, title, unread, unreadCount, starred, channel, lastActivityAt } = conversation
  return (
    <div className={cx(styles.row, unread === 1 && styles.unread, current && styles.current)}>
      <button
        type="button"
        data-row={id}
        className={styles.open}
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <span className={styles.dot} aria-hidden="true" />
        <Avatar name={title} accountPosition={account?.position ?? null} />
        <span className={styles.title} dir="auto">
          {title}
        </span>{' '}
        <span className="visually-hidden">{spokenText(conversation, account)}</span>
        <span className={styles.line}>
          <PreviewLine conversation={conversation} draft={draft} />{' '}
          {hasMarks(conversation) && (
            <Suspense>
              <RowMarks conversation={conversation} />
            </Suspense>
          )}
          {unreadCount > 1 && (
            <span className={styles.count} aria-hidden="true">
              {unreadCount > 99 ? `${numberText(99)}+` : numberText(unreadCount)}
            </span>
          )}
        </span>{' '}
        <span className={styles.marks}>
          {channel === 'salesNav' && <Compass size={14} strokeWidth={1.75} aria-hidden />}
          {starred === 1 && <Star size={14} strokeWidth={1.75} aria-hidden className={styles.star} />}
          <RelativeTime at={lastActivityAt} />
        </span>
      </button>
      {actions && (
        <Suspense>
          {selectable && <SelectBox conversationId={id} title={title} className={styles.select} />}
          <RowActions conversation={conversation} className={styles.actions} />
        </Suspense>
      )}
    </div>
  )
})

function hasMarks({ labels, muted, snoozedUntil, remindAt }: Conversation): boolean {
  return labels.length > 0 || muted || snoozedUntil !== null || remindAt !== null
}

/** What the dots, hues, marks and counts of a row say to those who do not see them. */
function spokenText(conversation: Conversation, account: Account | null): string {
  const { unreadCount, starred, shelf, channel } = conversation
  const parts = [
    unreadCount > 0 ? counted('list_unread', unreadCount) : '',
    starred === 1 ? text('list_starred') : '',
    shelf === 'snoozed' ? text('list_snoozed') : '',
    account ? text('list_toAccount', { account: account.name }) : '',
    channel === 'salesNav' ? channelName(channel) : '',
  ].filter(Boolean)
  // What joins parts as the language does would cost the first paint a millisecond.
  return parts.length > 0 ? `(${parts.join(', ')})` : ''
}
