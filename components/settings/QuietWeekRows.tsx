import CopyCheck from 'lucide-react/icons/copy-check'
import { ALL_DAY, everyDay, type QuietHours, type QuietWeek } from '../../lib/domain/quietHours.ts'
import { language, text } from '../../lib/domain/texts.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import field from '../ui/TextField.module.css'
import styles from './QuietWeekRows.module.css'
import { weekdays } from './weekdays.ts'

type Kind = 'none' | 'allDay' | 'hours'

const KINDS: readonly Kind[] = ['none', 'hours', 'allDay']
const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

interface QuietWeekRowsProps {
  week: QuietWeek
}

/** From when to when it is quiet, day by day. */
export function QuietWeekRows({ week }: QuietWeekRowsProps) {
  const write = useIntent()
  const save = (next: (now: QuietWeek) => QuietWeek) =>
    void write((db) => changeSetting(db, 'quietHours', (now) => next(now ?? week)))
  return weekdays(language(), navigator.language).map(({ day, name }) => {
    const hours = week[day] ?? null
    // From what is kept, not from what is shown: that may be a moment behind.
    const change = (next: (own: QuietHours | null) => QuietHours | null) =>
      save((now) => now.map((own, at) => (at === day ? next(own) : own)))
    return (
      <div key={day} className={styles.day}>
        <span className={styles.name}>{name}</span>
        <Select
          aria-label={text('settings_quiet_on', { day: name })}
          value={kindOf(hours)}
          options={KINDS.map((kind) => ({ value: kind, name: text(`settings_quiet_${kind}`) }))}
          onChange={(kind) => change(() => (kind === 'none' ? null : kind === 'allDay' ? ALL_DAY : NIGHT))}
        />
        {hours && kindOf(hours) === 'hours' && (
          <span className={styles.hours}>
            <Time
              name={text('settings_quiet_from', { day: name })}
              minutes={hours.from}
              onTime={(from) => change((own) => own && { ...own, from })}
            />
            <span>{text('settings_quiet_and')}</span>
            <Time
              name={text('settings_quiet_until', { day: name })}
              minutes={hours.to}
              onTime={(to) => change((own) => own && { ...own, to })}
            />
          </span>
        )}
        {hours && (
          <IconButton
            size={16}
            icon={CopyCheck}
            label={text('settings_quiet_everyDayAs', { day: name })}
            onClick={() => save((now) => everyDay(now[day] ?? null))}
          />
        )}
      </div>
    )
  })
}

function kindOf(hours: QuietHours | null): Kind {
  if (!hours) return 'none'
  return hours.from === ALL_DAY.from && hours.to === ALL_DAY.to ? 'allDay' : 'hours'
}

interface TimeProps {
  name: string
  /** Of the day. */
  minutes: number
  onTime: (minutes: number) => void
}

function Time({ name, minutes, onTime }: TimeProps) {
  return (
    <input
      // What is set from elsewhere (every day as on …) is shown, what is being typed stays.
      key={minutes}
      type="time"
      aria-label={name}
      className={cx(field.field, styles.time)}
      defaultValue={clock(minutes)}
      onBlur={({ target }) => {
        // Half typed, or cleared, it is no time.
        const [hour, minute] = target.value.split(':').map(Number)
        if (hour === undefined || minute === undefined) target.value = clock(minutes)
        else if (hour * 60 + minute !== minutes) onTime(hour * 60 + minute)
      }}
    />
  )
}

/** Minutes of the day as the input writes them. */
function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
