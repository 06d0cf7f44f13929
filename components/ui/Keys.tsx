import { cx } from './cx.ts'
import styles from './Keys.module.css'
import { onMac } from './onMac.ts'

const NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Enter: '↩' }
const ELSEWHERE: Readonly<Record<string, string>> = { Mod: 'Ctrl' }

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
          {at > 0 && <span className={styles.then}>then</span>}
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

/** What stands on the keys, for each part of a sequence: [["G"], ["I"]], [["Ctrl", "Enter"]]. */
function keyNames(press: string, mac: boolean): string[][] {
  return press.split(' ').map((part) => {
    // The plus key itself stands at the end, after the plus that joins.
    const names = part.endsWith('+')
      ? [...part.slice(0, -1).split('+').filter(Boolean), '+']
      : part.split('+')
    return names.map(
      (name) =>
        (mac ? MAC : ELSEWHERE)[name] ?? NAMES[name] ?? (name.length === 1 ? name.toUpperCase() : name),
    )
  })
}
