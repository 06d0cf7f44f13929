import { lazy, Suspense } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { text } from '../../lib/domain/texts.ts'
import { AccountFilter } from './AccountFilter.tsx'
import styles from './Filters.module.css'
import { ViewsMenu } from './ViewsMenu.tsx'
import { VIEWS } from './views.ts'

const ViewStrip = lazy(async () => ({ default: (await import('./ViewStrip.tsx')).ViewStrip }))

const BUTTONS = VIEWS.filter(({ button }) => button)

interface FiltersProps {
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
  /** Empty with a single account. */
  accounts: readonly Account[]
  accountId: string | null
  onAccount: (accountId: string | null) => void
}

/** Which conversations the list shows. */
export function Filters({ filter, onFilter, accounts, accountId, onAccount }: FiltersProps) {
  const hasButton = BUTTONS.some((view) => view.filter === filter)
  return (
    <div className={styles.filters}>
      <div className={styles.views}>
        <fieldset className={styles.group} aria-label={text('panel_filter')}>
          {BUTTONS.map(({ filter: each, name }) => (
            <button
              key={each}
              type="button"
              className={styles.filter}
              aria-pressed={filter === each}
              onClick={() => onFilter(each)}
            >
              {text(name)}
            </button>
          ))}
        </fieldset>
        <ViewsMenu filter={filter} onFilter={onFilter} accountId={accountId} />
      </div>
      {!hasButton && (
        <Suspense>
          <ViewStrip filter={filter} accountId={accountId} onClose={() => onFilter('all')} />
        </Suspense>
      )}
      {accounts.length > 0 && (
        <AccountFilter accounts={accounts} accountId={accountId} onAccount={onAccount} />
      )}
    </div>
  )
}
