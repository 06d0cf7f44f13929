import X from 'lucide-react/icons/x'
import { type ListFilter, labelOf } from '../../lib/domain/listFilter.ts'
import { text } from '../../lib/domain/texts.ts'
import { allLabels } from '../../lib/store/queries/labels.ts'
import { viewCounts } from '../../lib/store/queries/viewCounts.ts'
import { useStored } from '../hooks/useStored.ts'
import { LabelDot } from '../settings/LabelDot.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './ViewStrip.module.css'
import { VIEWS } from './views.ts'

interface ViewStripProps {
  filter: ListFilter
  accountId: string | null
  onClose: () => void
}

/** Names a view that has no button of its own, and leads back. */
export function ViewStrip({ filter, accountId, onClose }: ViewStripProps) {
  const labels = useStored(allLabels)
  const counts = useStored((db) => viewCounts(db, accountId), [accountId])
  const label = labels?.find(({ id }) => id === labelOf(filter))
  const view = VIEWS.find((one) => one.filter === filter)
  const name = label?.name ?? (view && text(view.name))
  return (
    <div className={styles.strip}>
      {label && <LabelDot hue={label.hue} />}
      <h2 className={styles.name} dir="auto">
        {name}
      </h2>
      {counts && <span className={styles.count}>{counts[filter] ?? 0}</span>}
      <IconButton size={16} icon={X} label={text('panel_closeView')} onClick={onClose} />
    </div>
  )
}
