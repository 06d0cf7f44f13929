import { failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import styles from './TopEdge.module.css'
import type { OlderStatus } from './useOlderMessages.ts'

/** Fixed, whatever stands in it: the messages below must not move when it changes. Same in TopEdge.module.css. */
export const TOP_EDGE_HEIGHT = 64

interface TopEdgeProps {
  status: OlderStatus
  onRetry: () => void
}

/** The line above the oldest message: loading, failed, or the beginning of the conversation. */
export function TopEdge({ status, onRetry }: TopEdgeProps) {
  return <div className={styles.edge}>{contentOf(status, onRetry)}</div>
}

function contentOf(status: OlderStatus, onRetry: () => void) {
  if (status === 'idle') return null
  if (status === 'complete') return <p className={styles.beginning}>{text('thread_beginning')}</p>
  if (status === 'loading') {
    return (
      <p className={styles.loading}>
        <span className={styles.spinner} aria-hidden="true" />
        {text('thread_loadingOlder')}
      </p>
    )
  }
  // Not a failure: it goes on by itself when the pause is over.
  if (status.retryAt !== null) return <p className={styles.loading}>{failureText(status)}</p>
  return (
    <div className={styles.failed} role="alert">
      <p title={failureText(status)}>{text('thread_olderNotLoaded', { reason: failureText(status) })}</p>
      <Button size="small" onClick={onRetry}>
        {text('common_tryAgain')}
      </Button>
    </div>
  )
}
