import Lock from 'lucide-react/icons/lock'
import { useState } from 'react'
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
    <section className={styles.locked} aria-label="Locked">
      {/* Only the text is an alert: a form in it would be read out whole. */}
      <div className={styles.head} role="alert">
        <Lock size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
        <p>
          <strong>Locked.</strong> {byPassphrase ? BY_PASSPHRASE : sealed ? FORGOTTEN : GONE}
        </p>
      </div>
      {!unlockHere && (
        <Button size="small" className={styles.button} onClick={() => platform.openOptions('account')}>
          {sealed ? 'Unlock in settings' : 'Open settings'}
        </Button>
      )}
      {unlockHere && byPassphrase && <UnlockForm onForgotten={() => setForgotten(true)} />}
      {unlockHere && !byPassphrase && (
        <KeyForm
          action="Continue"
          autoFocus={forgotten}
          onConnected={() => void platform.command('syncNow', {})}
        />
      )}
    </section>
  )
}

const BY_PASSPHRASE = 'What is here can be read; nothing is fetched or sent until you unlock.'
const GONE = 'The key was not kept. What is here can be read; enter your API key again to fetch and send.'
const FORGOTTEN =
  'Without the passphrase the key cannot be opened. Enter your API key again: it is held until the browser closes, and you can choose anew how to keep it.'
