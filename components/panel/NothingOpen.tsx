import MessagesSquare from 'lucide-react/icons/messages-square'
import { text } from '../../lib/domain/texts.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './NothingOpen.module.css'

/** The right pane while no conversation is open. */
export function NothingOpen() {
  return (
    <div className={styles.nothing}>
      <EmptyState icon={MessagesSquare} title={text('panel_nothingOpen')}>
        {text('panel_nothingOpen_hint')}
      </EmptyState>
    </div>
  )
}
