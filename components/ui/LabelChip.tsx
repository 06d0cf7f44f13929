import { hueStyle } from './hueStyle.ts'
import styles from './LabelChip.module.css'

interface LabelChipProps {
  name: string
  hue: number
}

/** A label as it stands on a conversation. Where there is little room, its dot alone; the name is told all the same. */
export function LabelChip({ name, hue }: LabelChipProps) {
  return (
    <span className={styles.chip} title={name} {...hueStyle(hue)}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.name} dir="auto">
        {name}
      </span>
    </span>
  )
}
