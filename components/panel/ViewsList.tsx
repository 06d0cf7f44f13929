import { type ListFilter, labelFilter } from '../../lib/domain/listFilter.ts'
import { text } from '../../lib/domain/texts.ts'
import { allLabels } from '../../lib/store/queries/labels.ts'
import { viewCounts } from '../../lib/store/queries/viewCounts.ts'
import { useStored } from '../hooks/useStored.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { LabelDot } from '../settings/LabelDot.tsx'
import { Menu } from '../ui/Menu.tsx'
import styles from './ViewsList.module.css'
import { VIEWS } from './views.ts'

interface ViewsListProps {
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
  accountId: string | null
  anchor: HTMLElement
  onClose: () => void
}

/** The menu of all views, with the labels below. */
export function ViewsList({ filter, onFilter, accountId, anchor, onClose }: ViewsListProps) {
  const counts = useStored((db) => viewCounts(db, accountId), [accountId])
  const labels = useStored(allLabels)
  const platform = usePlatform()
  if (!counts || !labels) return null
  const itemOf = (view: ListFilter) => ({
    id: view,
    hint: String(counts[view] ?? 0),
    checked: view === filter,
    onChoose: () => {
      onFilter(view)
      onClose()
    },
  })
  return (
    <Menu
      label={text('panel_moreViews')}
      anchor={anchor}
      align="end"
      onClose={onClose}
      items={[
        ...VIEWS.map(({ filter: view, name }) => ({ name: text(name), ...itemOf(view) })),
        ...labels.map((label, at) => ({
          name: (
            <span className={styles.label}>
              <LabelDot hue={label.hue} />
              {label.name}
            </span>
          ),
          apart: at === 0,
          ...itemOf(labelFilter(label.id)),
        })),
        {
          id: 'edit',
          name: text(labels.length > 0 ? 'panel_editLabels' : 'panel_makeLabel'),
          apart: true,
          onChoose: () => platform.openOptions('labels'),
        },
      ]}
    />
  )
}
