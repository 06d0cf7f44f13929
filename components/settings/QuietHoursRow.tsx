import type { QuietHours } from '../../lib/domain/quietHours.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { cx } from '../ui/cx.ts'
import field from '../ui/TextField.module.css'
import styles from './QuietHoursRow.module.css'
import { Row } from './Section.tsx'

interface QuietHoursRowProps {
  hours: QuietHours
}

/** From when to when it is quiet. */
export function QuietHoursRow({ hours }: QuietHoursRowProps) {
  const write = useIntent()
  const time = (label: string, end: keyof QuietHours) => (
    <input
      type="time"
      aria-label={label}
      className={cx(field.field, styles.time)}
      defaultValue={clock(hours[end])}
      onChange={({ target }) => {
        // Half typed, or cleared, it is no time yet.
        const [hour, minute] = target.value.split(':').map(Number)
        if (hour === undefined || minute === undefined) return
        void write((db) => saveSetting(db, 'quietHours', { ...hours, [end]: hour * 60 + minute }))
      }}
    />
  )
  return (
    <Row label="Quiet from">
      {time('Quiet from', 'from')}
      <span>to</span>
      {time('Quiet until', 'to')}
    </Row>
  )
}

/** Minutes of the day as the input writes them. */
function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
