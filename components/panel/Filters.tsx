import type { Account } from '../../lib/domain/account.ts'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { AccountFilter } from './AccountFilter.tsx'
import styles from './Filters.module.css'

const FILTERS: { filter: ListFilter; name: string }[] = [
  { filter: 'all', name: 'All' },
  { filter: 'unread', name: 'Unread' },
  { filter: 'starred', name: 'Starred' },
  { filter: 'snoozed', name: 'Snoozed' },
  { filter: 'done', name: 'Done' },
]

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
  return (
    <div className={styles.filters}>
      <fieldset className={styles.group} aria-label="Filter">
        {FILTERS.map(({ filter: each, name }) => (
          <button
            key={each}
            type="button"
            className={styles.filter}
            aria-pressed={filter === each}
            onClick={() => onFilter(each)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      {accounts.length > 0 && (
        <AccountFilter accounts={accounts} accountId={accountId} onAccount={onAccount} />
      )}
    </div>
  )
}
