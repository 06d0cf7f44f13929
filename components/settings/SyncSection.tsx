import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Select } from '../ui/Select.tsx'
import { Group, Row } from './Section.tsx'
import { SpentToday } from './SpentToday.tsx'

const INTERVALS = [
  { value: '30', name: 'Every 30 seconds' },
  { value: '60', name: 'Every minute' },
  { value: '120', name: 'Every 2 minutes' },
  { value: '300', name: 'Every 5 minutes' },
  { value: '600', name: 'Every 10 minutes' },
]

const UNDO = [
  { value: '0', name: 'Send at once' },
  { value: '5', name: '5 seconds' },
  { value: '10', name: '10 seconds' },
  { value: '30', name: '30 seconds' },
]

/** How often the inbox is read, and how long a reply waits. */
export function SyncSection() {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  const value = String(settings.pollSeconds)
  // A value set elsewhere is shown as it is rather than changed by being looked at.
  const known = INTERVALS.some((interval) => interval.value === value)
  const options = known ? INTERVALS : [...INTERVALS, { value, name: `Every ${value} seconds` }]
  return (
    <>
      <Group>
        <Row
          label="Look for new messages"
          hint="More often finds messages sooner and spends more of the requests your plan allows. Opening Parley always looks at once."
        >
          <Select
            aria-label="Look for new messages"
            value={value}
            options={options}
            onChange={(seconds) => void write((db) => saveSetting(db, 'pollSeconds', Number(seconds)))}
          />
        </Row>
        <Row label="Undo send" hint="A reply waits this long, so that you can take it back.">
          <Select
            aria-label="Undo send"
            value={String(settings.undoSeconds)}
            options={UNDO}
            onChange={(seconds) => void write((db) => saveSetting(db, 'undoSeconds', Number(seconds)))}
          />
        </Row>
      </Group>
      <SpentToday />
    </>
  )
}
