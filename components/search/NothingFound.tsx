import Search from 'lucide-react/icons/search'
import SearchX from 'lucide-react/icons/search-x'
import type { SearchAnswer } from '../../lib/domain/searchAnswer.ts'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface NothingFoundProps {
  found: SearchAnswer
  onClear: () => void
}

/** What it means that a search has no results, and the way on. */
export function NothingFound({ found, onClear }: NothingFoundProps) {
  if (found.asks === 'nothing') {
    return (
      <EmptyState icon={Search} title={text('search_unfinished')}>
        {text('search_unfinished_hint')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={SearchX}
      title={text('search_nothing')}
      action={<Button onClick={onClear}>{text('search_startOver')}</Button>}
    >
      {found.building ? text('search_building') : hintOf(found)}
    </EmptyState>
  )
}

function hintOf({ asks, words, query }: SearchAnswer): string {
  if (asks === 'conversations') return text('search_noConversation')
  if (words === '') return text('search_noMessage')
  return text(words === query.trim() ? 'search_noWords' : 'search_noWordsNarrowed', { words })
}
