import type { Account } from '../../lib/domain/account.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { readSettings } from '../../lib/store/queries/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Switch } from '../ui/Switch.tsx'
import styles from './AccountSwitch.module.css'

interface AccountSwitchProps {
  account: Account
  on: boolean
  /** A line below the name. */
  hint?: string
}

/** An account and whether the inbox shows it. */
export function AccountSwitch({ account, on, hint }: AccountSwitchProps) {
  const write = useIntent()
  const platform = usePlatform()
  const toggle = async (checked: boolean) => {
    const written = await write((db) =>
      // Read inside, so that two switches flipped at once both hold.
      db.transaction('rw', db.settings, async () => {
        const { accountsOff } = await readSettings(db)
        const others = accountsOff.filter((id) => id !== account.id)
        await saveSetting(db, 'accountsOff', checked ? others : [...others, account.id])
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
          onChange={(checked) => void toggle(checked)}
          label={account.name}
          {...(hint === undefined ? {} : { hint })}
        />
      </div>
    </div>
  )
}
