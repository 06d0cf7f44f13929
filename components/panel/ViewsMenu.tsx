import ChevronDown from 'lucide-react/icons/chevron-down'
import { lazy, Suspense, useState } from 'react'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { text } from '../../lib/domain/texts.ts'
import { IconButton } from '../ui/IconButton.tsx'

const ViewsList = lazy(async () => ({ default: (await import('./ViewsList.tsx')).ViewsList }))

interface ViewsMenuProps {
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
  accountId: string | null
}

/** All views of the inbox, those with a button of their own and the others, each with how many it holds. */
export function ViewsMenu({ filter, onFilter, accountId }: ViewsMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        size={16}
        icon={ChevronDown}
        label={text('panel_moreViews')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      />
      {anchor && (
        <Suspense>
          <ViewsList
            filter={filter}
            onFilter={onFilter}
            accountId={accountId}
            anchor={anchor}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      )}
    </>
  )
}
