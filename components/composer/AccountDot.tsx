import { accountHue } from '../ui/hueOf.ts'
import { hueStyle } from '../ui/hueStyle.ts'
import styles from './AccountDot.module.css'

/** The account's colour. Its name stands beside it. */
export function AccountDot({ position }: { position: number }) {
  return <span className={styles.dot} aria-hidden="true" {...hueStyle(accountHue(position))} />
}
