import { counted, numberText, text } from '../../lib/domain/texts.ts'
import { allFreshness } from '../../lib/store/queries/accounts.ts'
import { lastRequests } from '../../lib/store/queries/diagnostics.ts'
import { sentSince } from '../../lib/store/queries/sentSince.ts'
import { healthText } from '../health/healthText.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import styles from './AccountHealth.module.css'
import { AccountName } from './AccountName.tsx'
import sections from './AccountSection.module.css'
import { Group, Note, Row } from './Section.tsx'
import { useNextPoll } from './useNextPoll.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** More than the API allows in an hour. */
const READ = 3_600

/** What was spent of what the API allows, when the inbox is looked at next, and why an account pauses. */
export function SpentToday() {
  const now = useNow()
  // The API counts days by UTC.
  const midnight = now - (now % DAY)
  const requests = useStored((db) => lastRequests(db, READ))
  const sent = useStored((db) => sentSince(db, midnight), [midnight])
  const freshness = useStored(allFreshness)
  const accounts = useAccounts()
  const next = useNextPoll(now)
  if (!requests || !sent || !freshness || !accounts) return null
  const lastHour = requests.filter(({ at }) => at > now - HOUR).length
  const readAt = (id: string) => freshness.find(({ accountId }) => accountId === id)?.succeededAt ?? 0
  return (
    <>
      <h3 className={sections.heading}>{text('settings_now')}</h3>
      <Group>
        <Row label={text('settings_nextLook')} hint={text('settings_nextLook_hint')}>
          <span className={styles.number}>{next}</span>
        </Row>
        <Row label={text('settings_requestsHour')} hint={text('settings_requestsHour_hint')}>
          <span className={styles.number}>{numberText(lastHour)}</span>
        </Row>
        {accounts.on.map((account) => (
          <Row
            key={account.id}
            label={<AccountName account={account} />}
            hint={healthText(account, readAt(account.id), now)}
          >
            <span className={styles.number}>{counted('settings_sentToday', sent.get(account.id) ?? 0)}</span>
          </Row>
        ))}
      </Group>
      {accounts.on.length > 0 && <Note>{text('settings_spent_note')}</Note>}
    </>
  )
}
