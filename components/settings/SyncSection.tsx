import { counted, text } from '../../lib/domain/texts.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Select } from '../ui/Select.tsx'
import { Group, Row } from './Section.tsx'
import { SpentToday } from './SpentToday.tsx'
import { TravelRows } from './TravelRows.tsx'

/** In seconds. */
const INTERVALS = [30, 60, 120, 300, 600]
const UNDO = [0, 5, 10, 30]

/** How often the inbox is read, and how long a reply waits. */
export function SyncSection() {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  const { pollSeconds, undoSeconds } = settings
  // A value set elsewhere is shown as it is rather than changed by being looked at.
  const intervals = INTERVALS.includes(pollSeconds) ? INTERVALS : [...INTERVALS, pollSeconds]
  return (
    <>
      <Group>
        <Row label={text('settings_look')} hint={text('settings_look_hint')}>
          <Select
            aria-label={text('settings_look')}
            value={String(pollSeconds)}
            options={intervals.map((each) => ({ value: String(each), name: intervalText(each) }))}
            onChange={(seconds) => void write((db) => saveSetting(db, 'pollSeconds', Number(seconds)))}
          />
        </Row>
        <Row label={text('settings_undo')} hint={text('settings_undo_hint')}>
          <Select
            aria-label={text('settings_undo')}
            value={String(undoSeconds)}
            options={UNDO.map((each) => ({ value: String(each), name: undoText(each) }))}
            onChange={(seconds) => void write((db) => saveSetting(db, 'undoSeconds', Number(seconds)))}
          />
        </Row>
      </Group>
      <TravelRows />
      <SpentToday />
    </>
  )
}

function intervalText(seconds: number): string {
  if (seconds < 60 || !INTERVALS.includes(seconds)) return counted('settings_lookSeconds', seconds)
  return counted('settings_lookMinutes', seconds / 60)
}

function undoText(seconds: number): string {
  return seconds === 0 ? text('settings_undoNone') : counted('settings_undoSeconds', seconds)
}
