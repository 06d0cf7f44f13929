import { atMost } from '../../lib/domain/policy.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Managed } from '../ui/Managed.tsx'
import { Select } from '../ui/Select.tsx'
import { Row } from './Section.tsx'
import { useRowCounts } from './useRowCounts.ts'
import { unitText, useStorageUse } from './useStorageUse.ts'

const ANY = 'any'

const MONTHS = [24, 12, 6, 3, 1]
const MEGABYTES = [50, 100, 250, 500, 1000]

/** How much of what was read stays on this machine, beside how much does now. */
export function RetentionRows() {
  const settings = useSettings()
  const write = useIntent()
  const messages = useRowCounts()?.messages
  const storage = useStorageUse()
  if (!settings) return null
  const { policy } = settings
  const limit = (value: string) => (value === ANY ? null : Number(value))
  return (
    <>
      <Row
        label={text('settings_keepMessages')}
        hint={<Managed when={policy.keepMonths !== null}>{text('settings_keepMessages_hint')}</Managed>}
      >
        <Select
          aria-label={text('settings_keepMessages')}
          value={String(settings.keepMonths ?? ANY)}
          options={choices(MONTHS, policy.keepMonths, settings.keepMonths, monthsText)}
          onChange={(value) => void write((db) => saveSetting(db, 'keepMonths', limit(value)))}
        />
      </Row>
      <Row
        label={text('settings_useAtMost')}
        hint={
          <Managed when={policy.keepMegabytes !== null}>
            {messages === undefined
              ? text('settings_useAtMost_hintCounting', { storage })
              : counted('settings_useAtMost_hint', messages, { storage })}
          </Managed>
        }
      >
        <Select
          aria-label={text('settings_useAtMost')}
          value={String(settings.keepMegabytes ?? ANY)}
          options={choices(MEGABYTES, policy.keepMegabytes, settings.keepMegabytes, megabytesText)}
          onChange={(value) => void write((db) => saveSetting(db, 'keepMegabytes', limit(value)))}
        />
      </Row>
    </>
  )
}

type Limit = number | null

/** What can be chosen. A value set elsewhere is shown as it is rather than changed by being looked at. */
function choices(limits: readonly Limit[], most: Limit, own: Limit, nameOf: (limit: Limit) => string) {
  const allowed = [null, ...limits].map((limit) => atMost(limit, most))
  const shown = [...new Set([...allowed, own])]
  return shown.map((limit) => ({ value: String(limit ?? ANY), name: nameOf(limit) }))
}

function monthsText(months: Limit): string {
  if (months === null) return text('settings_keepEverything')
  if (!MONTHS.includes(months)) return counted('settings_keepOwnMonths', months)
  return months < 12
    ? counted('settings_keepLastMonths', months)
    : counted('settings_keepLastYears', months / 12)
}

function megabytesText(megabytes: Limit): string {
  if (megabytes === null) return text('settings_useAtMost_any')
  return megabytes === 1000 ? unitText(1, 'gigabyte') : unitText(megabytes, 'megabyte')
}
