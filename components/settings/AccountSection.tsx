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
      <Note>Accounts that are off are neither read nor shown.</Note>
      <Group>
        {all.map((account) => (
          <AccountSwitch
            key={account.id}
            account={account}
            on={!off.includes(account.id)}
            hint={off.includes(account.id) ? 'Switched off' : healthText(account, readAt(account.id), now)}
          />
        ))}
        {all.length === 0 && <Note>No accounts yet. They show up after the first sync.</Note>}
      </Group>

      <StrandedReplies />

      {on.length > 0 && (
        <>
          <h3 className={styles.heading}>Telling that you read</h3>
          <Note>
            Marking a conversation as seen is visible to the other person. Parley marks it as read here in any
            case.
          </Note>
          <Group>
            {on.map((account) => (
              <SeenPolicyRow key={account.id} account={account} />
            ))}
          </Group>
        </>
      )}

      <h3 className={styles.heading}>API key</h3>
      <KeyGroup />
    </>
  )
}
