import MessagesSquare from 'lucide-react/icons/messages-square'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './NothingOpen.module.css'

/** The right pane while no conversation is open. */
export function NothingOpen() {
  return (
    <div className={styles.nothing}>
      <EmptyState icon={MessagesSquare} title="No conversation open">
        Pick one on the left to read and answer it.
      </EmptyState>
    </div>
  )
}
