import CircleAlert from 'lucide-react/icons/circle-alert'
import type { Account } from '../../lib/domain/account.ts'
import { needsUser } from '../../lib/domain/health.ts'
import { text } from '../../lib/domain/texts.ts'
import { allFreshness } from '../../lib/store/queries/accounts.ts'
import { healthText, isUnwell } from '../health/healthText.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import { cx } from '../ui/cx.ts'
import { accountHue } from '../ui/hueOf.ts'
import { hueStyle } from '../ui/hueStyle.ts'
import styles from './AccountFilter.module.css'

interface AccountFilterProps {
  accounts: readonly Account[]
  accountId: string | null
  onAccount: (accountId: string | null) => void
}

/** One account of several, or all of them. Pressing the chosen one again shows all. */
export function AccountFilter({ accounts, accountId, onAccount }: AccountFilterProps) {
  const freshness = useStored(allFreshness)
  const now = useNow()
  const readAt = (id: string) => freshness?.find((row) => row.accountId === id)?.succeededAt ?? 0
  return (
    <fieldset className={styles.accounts} aria-label={text('panel_account')}>
      {accounts.map((account) => (
        <button
          key={account.id}
          type="button"
          className={styles.account}
          aria-pressed={accountId === account.id}
          title={`${account.name}\n${healthText(account, readAt(account.id), now)}`}
          onClick={() => onAccount(accountId === account.id ? null : account.id)}
        >
          <span className={styles.dot} aria-hidden="true" {...hueStyle(accountHue(account.position))} />
          <span className={styles.name} dir="auto">
            {account.name}
          </span>
          {isUnwell(account, now) && (
            <CircleAlert
              size={12}
              strokeWidth={2}
              aria-hidden
              className={cx(styles.unwell, needsUser(account.health) && styles.stuck)}
            />
          )}
        </button>
      ))}
    </fieldset>
  )
}
