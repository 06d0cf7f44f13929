import { dayText } from '../../lib/domain/timelineDays.ts'
import { useNow } from '../hooks/useNow.ts'
import styles from './DaySeparator.module.css'

/** The day that begins with the message below. */
export function DaySeparator({ day }: { day: string }) {
  const now = useNow()
  return (
    <div className={styles.separator}>
      <time dateTime={day}>{dayText(day, now)}</time>
    </div>
  )
}
