import { Logo } from './Logo.tsx'
import styles from './Waiting.module.css'

/** A page whose data is not there yet: nothing for the first moments, by when it usually is, then its mark. */
export function Waiting() {
  return (
    <main className={styles.waiting} aria-busy="true">
      <h1 className="visually-hidden">Parley</h1>
      <span className={styles.mark}>
        <Logo size={40} />
      </span>
    </main>
  )
}
