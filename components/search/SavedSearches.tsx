import { text } from '../../lib/domain/texts.ts'
import { savedSearches } from '../../lib/store/queries/savedSearches.ts'
import { useStored } from '../hooks/useStored.ts'
import styles from './SavedSearches.module.css'

interface SavedSearchesProps {
  onSearch: (query: string) => void
}

/** The searches the user keeps at hand; nothing where there are none. */
export function SavedSearches({ onSearch }: SavedSearchesProps) {
  const saved = useStored(savedSearches)
  if (!saved || saved.length === 0) return null
  return (
    <fieldset className={styles.saved} aria-label={text('search_saved')}>
      {saved.map(({ id, name, query }) => (
        <button
          key={id}
          type="button"
          className={styles.search}
          title={query}
          dir="auto"
          onClick={() => onSearch(query)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
