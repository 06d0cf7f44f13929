import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { useRef } from 'react'
import { useAction } from '../actions/useAction.ts'
import { useSearchClient } from '../search/useSearch.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import field from '../ui/TextField.module.css'
import styles from './SearchBox.module.css'

interface SearchBoxProps {
  query: string
  onSearch: (query: string) => void
}

/** Searches while the user types. */
export function SearchBox({ query, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const client = useSearchClient()

  useAction('search', () => input.current?.select())

  function clear() {
    onSearch('')
    input.current?.focus()
  }

  return (
    <search className={styles.search}>
      <Search size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <input
        ref={input}
        type="search"
        className={cx(field.field, styles.input)}
        aria-label="Search messages"
        placeholder="Search messages"
        autoComplete="off"
        dir="auto"
        value={query}
        // Whoever goes here is about to search: the text is read in meanwhile.
        onFocus={client.warm}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') {
            event.preventDefault()
            clear()
          }
        }}
      />
      {query !== '' && (
        <IconButton size={16} icon={X} label="Clear search" className={styles.clear} onClick={clear} />
      )}
    </search>
  )
}
