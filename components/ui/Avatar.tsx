import styles from './Avatar.module.css'
import { cx } from './cx.ts'
import { accountHue, hueOf } from './hueOf.ts'
import { hueStyle } from './hueStyle.ts'
import { initials } from './initials.ts'

interface AvatarProps {
  /** Whose; several people in one conversation are joined by commas. */
  name: string
  size?: 24 | 28 | 36 | 40
  /** Place of the account in the list; its dot is drawn on the corner. Leave out with a single account. */
  accountPosition?: number | null
}

/** Initials in a hue of the name. Decoration: the name itself always stands beside it. */
export function Avatar({ name, size = 36, accountPosition = null }: AvatarProps) {
  return (
    <span className={cx(styles.avatar, styles[`size${size}`])} aria-hidden="true" {...hueStyle(hueOf(name))}>
      <span className={styles.initials}>{initials(name)}</span>
      {accountPosition !== null && <span className={styles.dot} {...hueStyle(accountHue(accountPosition))} />}
    </span>
  )
}
