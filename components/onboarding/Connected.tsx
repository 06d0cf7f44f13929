import { useEffect, useRef } from 'react'
import { counted, text } from '../../lib/domain/texts.ts'
import { ImportProgress } from '../health/ImportProgress.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { goOnIn } from '../ui/goOnIn.ts'
import { AccountSwitch } from './AccountSwitch.tsx'
import styles from './Connected.module.css'
import { FirstHints } from './FirstHints.tsx'

interface ConnectedProps {
  afterConnect: 'close' | 'openInbox' | 'nothing'
  onClose: () => void
}

/** The key works: which accounts it reaches, and how far the import is. Stands above the page, which is usable already. */
export function Connected({ afterConnect, onClose }: ConnectedProps) {
  const platform = usePlatform()
  const accounts = useAccounts()
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone; without this a screen reader would start over at the top of the page.
  useEffect(() => heading.current?.focus(), [])
  if (!accounts) return null
  const { all, off } = accounts

  function openInbox() {
    if (afterConnect === 'openInbox') platform.openInbox(null)
    goOnIn(document.querySelector('main'))
    onClose()
  }

  return (
    <section className={styles.connected} aria-label={text('onboarding_connected')} data-connected>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {all.length === 0 ? text('onboarding_connected') : counted('onboarding_found', all.length)}
      </h2>
      <ul className={styles.accounts}>
        {all.map((account) => (
          <li key={account.id}>
            <AccountSwitch account={account} on={!off.includes(account.id)} />
          </li>
        ))}
      </ul>
      <ImportProgress accounts={accounts.on} />
      <FirstHints />
      {afterConnect !== 'nothing' && (
        <Button variant="primary" wide onClick={openInbox}>
          {text('onboarding_openInbox')}
        </Button>
      )}
    </section>
  )
}
