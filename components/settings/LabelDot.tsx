import { hueStyle } from '../ui/hueStyle.ts'
import styles from './LabelDot.module.css'

/** A label's colour. */
export function LabelDot({ hue }: { hue: number }) {
  return <span className={styles.dot} aria-hidden="true" {...hueStyle(hue)} />
}
