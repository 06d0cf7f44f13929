import type { ReactNode } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Managed } from '../ui/Managed.tsx'
import { Switch } from '../ui/Switch.tsx'
import styles from './AccountSwitch.module.css'

interface AccountSwitchProps {
  account: Account
  on: boolean
  /** A line below the name. */
  hint?: ReactNode
}

/** An account and whether the inbox shows it, which may not be the user's to say. */
export function AccountSwitch({ account, on, hint }: AccountSwitchProps) {
  const write = useIntent()
  const barred = useSettings()?.policy.barred.includes(account.id) ?? false
  const platform = usePlatform()
  const toggle = async (checked: boolean) => {
    const written = await write((db) =>
      changeSetting(db, 'accountsOff', (off) => {
        const others = off.filter((id) => id !== account.id)
        return checked ? others : [...others, account.id]
      }),
    )
    // What was switched off leaves the cache, what was switched on is imported.
    if (written) void platform.command('syncNow', {})
  }
  return (
    <div className={styles.account}>
      <Avatar name={account.name} size={28} accountPosition={account.position} />
      <div className={styles.switch}>
        <Switch
          checked={on}
          disabled={barred}
          onChange={(checked) => void toggle(checked)}
          label={account.name}
          hint={barred ? <Managed>{hint}</Managed> : hint}
        />
      </div>
    </div>
  )
}
