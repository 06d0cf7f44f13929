import { allFreshness } from '../../lib/store/queries/accounts.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useNow } from '../hooks/useNow.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { useStored } from '../hooks/useStored.ts'
import { useFirstScreen } from '../platform/Basics.tsx'
import { cx } from '../ui/cx.ts'
import styles from './FreshnessStatus.module.css'
import { freshnessText } from './freshnessText.ts'

/** How fresh what is shown is. Its place is kept while it loads. */
export function FreshnessStatus() {
  const accounts = useAccounts()
  const freshness = useStored(allFreshness, [], useFirstScreen()?.freshness)
  const settings = useSettings()
  const now = useNow()
  const line =
    accounts && freshness && settings && freshnessText({ accounts: accounts.all, freshness, settings, now })
  return (
    <p role="status" className={cx(styles.status, line && styles[line.tone])} title={line?.text}>
      {line && <span className={styles.light} aria-hidden="true" />}
      <span className={styles.text} dir="auto">
        {line?.text}
      </span>
    </p>
  )
}
