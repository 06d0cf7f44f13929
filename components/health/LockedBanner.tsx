import Lock from 'lucide-react/icons/lock'
import { useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { KeyForm } from '../onboarding/KeyForm.tsx'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './LockedBanner.module.css'
import { UnlockForm } from './UnlockForm.tsx'

interface LockedBannerProps {
  /** The key is here under a passphrase; else it is gone and has to be entered again. */
  sealed: boolean
  /** Whether this page has the room for the form. */
  unlockHere: boolean
}

/** There is no key to ask with at the moment: why, what goes on all the same, and the way to open it. */
export function LockedBanner({ sealed, unlockHere }: LockedBannerProps) {
  const platform = usePlatform()
  const [forgotten, setForgotten] = useState(false)
  const byPassphrase = sealed && !forgotten
  return (
    <section className={styles.locked} aria-label={text('health_locked')}>
      {/* Only the text is an alert: a form in it would be read out whole. */}
      <div className={styles.head} role="alert">
        <Lock size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
        <p>
          <strong>{text('health_lockedNow')}</strong>{' '}
          {text(byPassphrase ? 'health_byPassphrase' : sealed ? 'health_forgotten' : 'health_keyGone')}
        </p>
      </div>
      {!unlockHere && (
        <Button size="small" className={styles.button} onClick={() => platform.openOptions('account')}>
          {text(sealed ? 'health_unlockInSettings' : 'common_openSettings')}
        </Button>
      )}
      {unlockHere && byPassphrase && <UnlockForm onForgotten={() => setForgotten(true)} />}
      {unlockHere && !byPassphrase && (
        <KeyForm
          action={text('common_continue')}
          autoFocus={forgotten}
          onConnected={() => void platform.command('syncNow', {})}
        />
      )}
    </section>
  )
}
