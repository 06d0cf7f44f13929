import { text } from '../../lib/domain/texts.ts'
import { allFreshness } from '../../lib/store/queries/accounts.ts'
import { AttentionBanners } from '../health/AttentionBanners.tsx'
import { healthText } from '../health/healthText.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useNow } from '../hooks/useNow.ts'
import { useStored } from '../hooks/useStored.ts'
import { AccountSwitch } from '../onboarding/AccountSwitch.tsx'
import styles from './AccountSection.module.css'
import { KeyGroup } from './KeyGroup.tsx'
import { Group, Note } from './Section.tsx'
import { SeenPolicyRow } from './SeenPolicyRow.tsx'
import { StrandedReplies } from './StrandedReplies.tsx'

/** The accounts behind the key, and the key itself. */
export function AccountSection() {
  const accounts = useAccounts()
  const freshness = useStored(allFreshness)
  const now = useNow()
  if (!accounts) return null
  const { all, on, off } = accounts
  const readAt = (id: string) => freshness?.find(({ accountId }) => accountId === id)?.succeededAt ?? 0
  return (
    <>
      <div className={styles.banners}>
        <AttentionBanners inSettings />
      </div>
      <Note>{text('settings_account_note')}</Note>
      <Group>
        {all.map((account) => (
          <AccountSwitch
            key={account.id}
            account={account}
            on={!off.includes(account.id)}
            hint={
              off.includes(account.id)
                ? text('settings_account_switchedOff')
                : healthText(account, readAt(account.id), now)
            }
          />
        ))}
        {all.length === 0 && <Note>{text('settings_account_none')}</Note>}
      </Group>

      <StrandedReplies />

      {on.length > 0 && (
        <>
          <h3 className={styles.heading}>{text('settings_seen')}</h3>
          <Note>{text('settings_seen_note')}</Note>
          <Group>
            {on.map((account) => (
              <SeenPolicyRow key={account.id} account={account} />
            ))}
          </Group>
        </>
      )}

      <h3 className={styles.heading}>{text('settings_key_heading')}</h3>
      <KeyGroup />
    </>
  )
}
