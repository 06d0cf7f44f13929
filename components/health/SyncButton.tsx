import RefreshCw from 'lucide-react/icons/refresh-cw'
import { useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './SyncButton.module.css'

/** Reads all accounts now; turns while it does. How it went is what the freshness beside it says. */
export function SyncButton() {
  const platform = usePlatform()
  const [busy, setBusy] = useState(false)

  async function sync() {
    setBusy(true)
    await platform.command('syncNow', {})
    setBusy(false)
  }

  return (
    <IconButton
      label={text('common_syncNow')}
      icon={RefreshCw}
      aria-busy={busy}
      className={cx(busy && styles.busy)}
      onClick={() => {
        if (!busy) void sync()
      }}
    />
  )
}
