import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './RowSkeletons.module.css'

const WIDTHS = ['46%', '58%', '39%', '52%', '44%', '61%', '48%', '55%']

interface RowSkeletonsProps {
  count?: number
}

/** Holds the place of rows, in their measures. */
export function RowSkeletons({ count = WIDTHS.length }: RowSkeletonsProps) {
  return (
    <div aria-hidden="true">
      {WIDTHS.slice(0, count).map((width) => (
        <div key={width} className={styles.row}>
          <Skeleton width={36} height={36} />
          <div className={styles.lines}>
            <Skeleton width={width} height={10} />
            <Skeleton width="82%" height={8} />
          </div>
        </div>
      ))}
    </div>
  )
}
