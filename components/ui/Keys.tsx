import { text } from '../../lib/domain/texts.ts'
import { cx } from './cx.ts'
import styles from './Keys.module.css'
import { keyNames } from './keyNames.ts'
import { onMac } from './onMac.ts'

interface KeysProps {
  /** As the table of actions writes it: "j", "Shift+j", "g i", "Mod+Enter". */
  press: string
  mac?: boolean
  className?: string
}

/** A key, a combination or a sequence, as it stands on the keyboard. */
export function Keys({ press, mac = onMac(), className }: KeysProps) {
  return (
    <span className={cx(styles.keys, className)} dir="ltr">
      {keyNames(press, mac).map((names, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice in a sequence
        <span key={at} className={styles.together}>
          {at > 0 && <span className={styles.then}>{text('ui_then')}</span>}
          {names.map((name) => (
            <kbd key={name} className={styles.key}>
              {name}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}
