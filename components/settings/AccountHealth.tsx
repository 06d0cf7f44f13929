import type { Account } from '../../lib/domain/account.ts'
import type { LedgerEntry } from '../../lib/domain/ledgerEntry.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import { allFreshness } from '../../lib/store/queries/accounts.ts'
import { healthText } from '../health/healthText.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import styles from './AccountHealth.module.css'
import { AccountName } from './AccountName.tsx'
import { Group, Row } from './Section.tsx'

interface AccountHealthProps {
  /** The requests of the last hour. */
  requests: readonly LedgerEntry[]
}

/** How each account is, when it was last read, and how much was asked for it. */
export function AccountHealth({ requests }: AccountHealthProps) {
  const accounts = useAccounts()
  const freshness = useStored(allFreshness)
  const now = useNow()
  if (!accounts || !freshness || accounts.all.length === 0) return null
  const readAt = (id: string) => freshness.find(({ accountId }) => accountId === id)?.succeededAt ?? 0
  const stateOf = (account: Account) =>
    accounts.off.includes(account.id)
      ? text('settings_account_off')
      : healthText(account, readAt(account.id), now)
  const requestsOf = (id: string) => requests.filter(({ accountId }) => accountId === id).length
  return (
    <Group>
      {accounts.all.map((account) => (
        <Row key={account.id} label={<AccountName account={account} />} hint={stateOf(account)}>
          <span className={styles.number}>
            {counted('settings_requestsOfAccount', requestsOf(account.id))}
          </span>
        </Row>
      ))}
    </Group>
  )
}
