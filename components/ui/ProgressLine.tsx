import { text } from '../../lib/domain/texts.ts'
import { Button } from './Button.tsx'
import styles from './ProgressLine.module.css'

interface ProgressLineProps {
  /** Its name; the text where none is given. */
  label?: string
  text: string
  done: number
  total: number
  onCancel: () => void
}

/** How far something is, in a bar and in words, and the way to end it. */
export function ProgressLine({ label, text: words, done, total, onCancel }: ProgressLineProps) {
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} aria-label={label ?? words} value={done} max={Math.max(total, 1)} />
      <span className={styles.text}>{words}</span>
      <Button size="small" variant="ghost" onClick={onCancel}>
        {text('common_cancel')}
      </Button>
    </span>
  )
}
