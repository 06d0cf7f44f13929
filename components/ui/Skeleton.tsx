import type { CSSProperties } from 'react'
import styles from './Skeleton.module.css'

interface SkeletonProps {
  width: number | string
  height: number
  /** Half the height where left out, which makes pills and circles. */
  radius?: number
}

/** Holds the place of something that loads; stays unseen for the first 150 ms, by when it is usually there. */
export function Skeleton({ width, height, radius = height / 2 }: SkeletonProps) {
  const style: CSSProperties = { width, height, borderRadius: radius }
  return <span className={styles.skeleton} style={style} aria-hidden="true" />
}
