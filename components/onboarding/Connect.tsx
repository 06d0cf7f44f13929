import EyeOff from 'lucide-react/icons/eye-off'
import HardDrive from 'lucide-react/icons/hard-drive'
import KeyRound from 'lucide-react/icons/key-round'
import { Logo } from '../ui/Logo.tsx'
import styles from './Connect.module.css'
import { KeyForm } from './KeyForm.tsx'

const PROMISES = [
  { icon: KeyRound, text: 'Your key stays in this browser and goes to ConnectSafely.ai only.' },
  { icon: HardDrive, text: 'Messages are kept on this computer, readable offline.' },
  { icon: EyeOff, text: 'Parley never opens or touches linkedin.com.' },
]

/** First run: asks for the key that everything else needs. */
export function Connect() {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Logo size={40} />
        <h1 className={styles.title}>Connect your inbox</h1>
        <p className={styles.lead}>
          Parley reads and answers your LinkedIn messages through ConnectSafely.ai. Paste the API key of your
          workspace to begin.
        </p>
        <KeyForm action="Connect" autoFocus />
        <ul className={styles.promises}>
          {PROMISES.map(({ icon: Icon, text }) => (
            <li key={text}>
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
    </main>
  )
}
