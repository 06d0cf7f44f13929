import { Button } from '../ui/Button.tsx'
import styles from './ExportProgress.module.css'

interface ExportProgressProps {
  progress: { done: number; total: number }
  onCancel: () => void
}

/** How far an export is. */
export function ExportProgress({ progress: { done, total }, onCancel }: ExportProgressProps) {
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} aria-label="Export" value={done} max={Math.max(total, 1)} />
      <span className={styles.text}>
        {done.toLocaleString()} of {total.toLocaleString()} messages
      </span>
      <Button size="small" variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </span>
  )
}
