import { numberText, text } from '../../lib/domain/texts.ts'
import { lastQuarantined, lastRequests } from '../../lib/store/queries/diagnostics.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { AccountHealth } from './AccountHealth.tsx'
import { CopyReport } from './CopyReport.tsx'
import styles from './DiagnosticsSection.module.css'
import { Facts } from './Facts.tsx'
import { Ledger } from './Ledger.tsx'
import { PolicyNotes } from './PolicyNotes.tsx'
import { Quarantine } from './Quarantine.tsx'
import { Note } from './Section.tsx'
import { useRowCounts } from './useRowCounts.ts'
import { useStorageUse } from './useStorageUse.ts'

const MINUTE = 60_000
/** Requests the API allows in a minute. */
const ALLOWED = 60
/** Enough for an hour at the documented limit would be 3,600; background work keeps to half of it. */
const READ = 2000
const SHOWN = 100

/** What Parley does behind the scenes. */
export function DiagnosticsSection() {
  const platform = usePlatform()
  const now = useNow()
  const requests = useStored((db) => lastRequests(db, READ))
  const quarantined = useStored((db) => lastQuarantined(db, SHOWN))
  const rows = useRowCounts()
  const storage = useStorageUse()
  if (!requests || !quarantined || !rows) return null
  const within = (ms: number) => requests.filter(({ at }) => at > now - ms)
  const lastHour = within(60 * MINUTE)
  return (
    <>
      <Note>{text('settings_diagnostics_note')}</Note>
      <PolicyNotes />
      <CopyReport diskUse={storage} />
      <AccountHealth requests={lastHour} />
      <div className={styles.facts}>
        <Facts
          facts={[
            [
              text('settings_requestsInMinute'),
              text('settings_requestsInMinute_of', {
                count: numberText(within(MINUTE).length),
                allowed: numberText(ALLOWED),
              }),
            ],
            [text('settings_requestsInHour'), numberText(lastHour.length)],
            [text('settings_conversations'), numberText(rows.conversations ?? 0)],
            [text('settings_messages'), numberText(rows.messages ?? 0)],
            [text('settings_waitingToSend'), numberText(rows.outbox ?? 0)],
            [text('settings_quarantine'), numberText(rows.quarantine ?? 0)],
            [text('settings_storageUsed'), storage],
            [text('settings_version'), platform.version],
            [text('settings_browser'), browserName(navigator.userAgent)],
          ]}
        />
      </div>
      <details className={styles.details}>
        <summary>{text('settings_allTables')}</summary>
        <Facts facts={Object.entries(rows).map(([name, count]) => [name, numberText(count)])} />
      </details>
      {quarantined.length > 0 && <Quarantine rows={quarantined} />}
      <Ledger entries={requests.slice(0, SHOWN)} />
      <p className={styles.licences}>
        <a href="licences.html" target="_blank" rel="noreferrer">
          {text('diagnostics_licences')}
        </a>
      </p>
    </>
  )
}

/** The browser and its version, as far as its user agent tells: the last of its names that is not the engine's. */
function browserName(userAgent: string): string {
  const names = userAgent.match(/(?:Firefox|Edg|OPR|Vivaldi|Chrome)\/\d+/g)
  const name = names?.at(-1)?.replace('Edg/', 'Edge ').replace('OPR/', 'Opera ').replace('/', ' ')
  return name ?? text('settings_browserUnknown')
}
