import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Select } from '../ui/Select.tsx'
import { Row } from './Section.tsx'
import { useRowCounts } from './useRowCounts.ts'
import { useStorageUse } from './useStorageUse.ts'

const ANY = 'any'

const MONTHS = [
  { value: ANY, name: 'Everything' },
  { value: '24', name: 'The last 2 years' },
  { value: '12', name: 'The last year' },
  { value: '6', name: 'The last 6 months' },
  { value: '3', name: 'The last 3 months' },
  { value: '1', name: 'The last month' },
]

const MEGABYTES = [
  { value: ANY, name: 'Any amount' },
  { value: '50', name: '50 MB' },
  { value: '100', name: '100 MB' },
  { value: '250', name: '250 MB' },
  { value: '500', name: '500 MB' },
  { value: '1000', name: '1 GB' },
]

/** How much of what was read stays on this machine, beside how much does now. */
export function RetentionRows() {
  const settings = useSettings()
  const write = useIntent()
  const messages = useRowCounts()?.messages
  const storage = useStorageUse()
  if (!settings) return null
  const limit = (value: string) => (value === ANY ? null : Number(value))
  return (
    <>
      <Row
        label="Keep messages"
        hint="Older ones leave this computer little by little, and load again when you scroll up to them. The newest of each conversation stay, and so does all you made in Parley."
      >
        <Select
          aria-label="Keep messages"
          value={String(settings.keepMonths ?? ANY)}
          options={withOwn(MONTHS, settings.keepMonths, 'months')}
          onChange={(value) => void write((db) => saveSetting(db, 'keepMonths', limit(value)))}
        />
      </Row>
      <Row
        label="Use at most"
        hint={
          <>
            Stored now: {messages === undefined ? '–' : messages.toLocaleString()} messages, {storage}. Beyond
            the limit, the oldest leave first.
          </>
        }
      >
        <Select
          aria-label="Use at most"
          value={String(settings.keepMegabytes ?? ANY)}
          options={withOwn(MEGABYTES, settings.keepMegabytes, 'MB')}
          onChange={(value) => void write((db) => saveSetting(db, 'keepMegabytes', limit(value)))}
        />
      </Row>
    </>
  )
}

type Options = readonly { value: string; name: string }[]

/** A value set elsewhere is shown as it is rather than changed by being looked at. */
function withOwn(options: Options, value: number | null, unit: string): Options {
  const own = String(value ?? ANY)
  const isKnown = options.some((option) => option.value === own)
  return isKnown ? options : [...options, { value: own, name: `${own} ${unit}` }]
}
