import type { Account } from '../../lib/domain/account.ts'
import { AccountDot } from '../composer/AccountDot.tsx'
import styles from './AccountName.module.css'

/** An account as the rows of the settings name it. */
export function AccountName({
  account: { name, position },
}: {
  account: Pick<Account, 'name' | 'position'>
}) {
  return (
    <span className={styles.name}>
      <AccountDot position={position} />
      <bdi>{name}</bdi>
    </span>
  )
}
