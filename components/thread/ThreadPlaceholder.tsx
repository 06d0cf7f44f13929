import MessageSquare from 'lucide-react/icons/message-square'
import { failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './ThreadPlaceholder.module.css'
import type { Opening } from './useOpening.ts'

const WIDTHS = [220, 160, 260, 120, 200] as const

interface ThreadPlaceholderProps {
  title: string
  opening: Opening
  onRetry: () => void
}

/** What stands where a thread has no cached messages: on its way, failed, or really empty. */
export function ThreadPlaceholder({ title, opening, onRetry }: ThreadPlaceholderProps) {
  const { command } = usePlatform()
  const syncNow = () => {
    void command('syncNow', {})
    onRetry()
  }
  return (
    // The same region as with messages, so that whoever looks for it finds it before the first one is there.
    <div
      className={styles.place}
      role="log"
      aria-label={text('thread_messagesWith', { title })}
      aria-live="off"
    >
      {opening === 'underway' && <ThreadSkeleton />}
      {opening === 'done' && (
        <EmptyState
          icon={MessageSquare}
          title={text('thread_none')}
          action={<Button onClick={syncNow}>{text('common_syncNow')}</Button>}
        >
          {text('thread_none_hint')}
        </EmptyState>
      )}
      {typeof opening === 'object' && (
        <EmptyState
          icon={MessageSquare}
          // Not a failure where it goes on by itself when a pause is over.
          title={opening.retryAt === null ? text('thread_notLoaded') : text('thread_inAMoment')}
          action={<Button onClick={onRetry}>{text('common_tryAgain')}</Button>}
        >
          {failureText(opening)}
        </EmptyState>
      )}
    </div>
  )
}

/** Bubbles to be; each Skeleton stays unseen for its first 150 ms. */
export function ThreadSkeleton() {
  return (
    <div className={styles.skeleton}>
      {WIDTHS.map((width, index) => (
        <span key={width} className={index % 3 === 1 ? styles.own : styles.theirs}>
          <Skeleton width={width} height={index === 2 ? 54 : 34} radius={14} />
        </span>
      ))}
    </div>
  )
}
