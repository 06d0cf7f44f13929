import { lastQuarantined, lastRequests } from '../../lib/store/queries/diagnostics.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { AccountHealth } from './AccountHealth.tsx'
import { CopyReport } from './CopyReport.tsx'
import styles from './DiagnosticsSection.module.css'
import { Facts } from './Facts.tsx'
import { Ledger } from './Ledger.tsx'
import { Quarantine } from './Quarantine.tsx'
import { Note } from './Section.tsx'
import { useRowCounts } from './useRowCounts.ts'
import { useStorageUse } from './useStorageUse.ts'

const MINUTE = 60_000
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
      <Note>What Parley does behind the scenes: each request it made, without keys, names or texts.</Note>
      <CopyReport diskUse={storage} />
      <AccountHealth requests={lastHour} />
      <div className={styles.facts}>
        <Facts
          facts={[
            ['Requests in the last minute', `${within(MINUTE).length} of 60`],
            ['Requests in the last hour', lastHour.length.toLocaleString()],
            ['Conversations', (rows.conversations ?? 0).toLocaleString()],
            ['Messages', (rows.messages ?? 0).toLocaleString()],
            ['Waiting to be sent', (rows.outbox ?? 0).toLocaleString()],
            ['Rows that could not be read', (rows.quarantine ?? 0).toLocaleString()],
            ['Storage used', storage],
            ['Version', platform.version],
            ['Browser', browserName(navigator.userAgent)],
          ]}
        />
      </div>
      <details className={styles.details}>
        <summary>All tables</summary>
        <Facts facts={Object.entries(rows).map(([name, count]) => [name, count.toLocaleString()])} />
      </details>
      {quarantined.length > 0 && <Quarantine rows={quarantined} />}
      <Ledger entries={requests.slice(0, SHOWN)} />
    </>
  )
}

/** The browser and its version, as far as its user agent tells: the last of its names that is not the engine's. */
function browserName(userAgent: string): string {
  const names = userAgent.match(/(?:Firefox|Edg|OPR|Vivaldi|Chrome)\/\d+/g)
  return names?.at(-1)?.replace('Edg/', 'Edge ').replace('OPR/', 'Opera ').replace('/', ' ') ?? 'Unknown'
}
