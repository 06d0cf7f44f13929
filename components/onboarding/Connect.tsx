import EyeOff from 'lucide-react/icons/eye-off'
import HardDrive from 'lucide-react/icons/hard-drive'
import KeyRound from 'lucide-react/icons/key-round'
import { useEffect } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { forgetNotes } from '../composer/draftNotes.ts'
import { Logo } from '../ui/Logo.tsx'
import styles from './Connect.module.css'
import { KeyForm } from './KeyForm.tsx'
import { TrySample } from './TrySample.tsx'

const PROMISES = [
  { icon: KeyRound, words: 'onboarding_promise_key' },
  { icon: HardDrive, words: 'onboarding_promise_offline' },
  { icon: EyeOff, words: 'onboarding_promise_untouched' },
] as const

/** First run: asks for the key that everything else needs. */
export function Connect() {
  // Whoever begins, or has deleted everything, finds nothing of before.
  useEffect(forgetNotes, [])
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Logo size={40} />
        <h1 className={styles.title}>{text('onboarding_title')}</h1>
        <p className={styles.lead}>{text('onboarding_lead')}</p>
        <KeyForm action={text('onboarding_connect')} autoFocus />
        <TrySample />
        <ul className={styles.promises}>
          {PROMISES.map(({ icon: Icon, words }) => (
            <li key={words}>
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span>{text(words)}</span>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}
