import Bookmark from 'lucide-react/icons/bookmark'
import BookmarkCheck from 'lucide-react/icons/bookmark-check'
import type { SearchSuggestion } from '../../lib/domain/searchSuggestions.ts'
import { text } from '../../lib/domain/texts.ts'
import { forgetSearch, saveSearch } from '../../lib/store/intents/savedSearches.ts'
import { savedSearches } from '../../lib/store/queries/savedSearches.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './SuggestionRow.module.css'

interface SuggestionRowProps {
  /** Id of the list; options add their position. */
  id: string
  query: string
  suggestions: readonly SearchSuggestion[]
  /** Position of the one the keyboard is at; -1 for none. */
  active: number
  onAccept: (suggestion: SearchSuggestion) => void
}

/** How the query may go on, and whether it is kept for later. */
export default function SuggestionRow({ id, query, suggestions, active, onAccept }: SuggestionRowProps) {
  const saved = useStored(savedSearches)?.find((row) => row.query === query.trim())
  const intend = useIntent()
  return (
    <div className={styles.row}>
      {suggestions.length > 0 && (
        <div id={id} role="listbox" aria-label={text('search_suggestions')} className={styles.list}>
          {suggestions.map((suggestion, index) => (
            // The keyboard reaches options from the search box, which keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={suggestion.text}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              dir="auto"
              ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onAccept(suggestion)}
            >
              {suggestion.text}
            </div>
          ))}
        </div>
      )}
      <IconButton
        size={16}
        icon={saved ? BookmarkCheck : Bookmark}
        tone={saved ? 'accent' : 'neutral'}
        label={text(saved ? 'search_forget' : 'search_keep')}
        className={styles.save}
        onClick={() => void intend((db) => (saved ? forgetSearch(db, saved.id) : saveSearch(db, query)))}
      />
    </div>
  )
}
