import Search from 'lucide-react/icons/search'
import SearchX from 'lucide-react/icons/search-x'
import type { SearchAnswer } from '../../lib/domain/searchAnswer.ts'
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
      <EmptyState icon={Search} title="Go on typing">
        Add a word, or what comes after the colon: a name, a day, or one of the suggestions.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={SearchX} title="Nothing found" action={<Button onClick={onClear}>Start over</Button>}>
      {found.building ? 'Older messages are still being made searchable.' : hintOf(found)}
    </EmptyState>
  )
}

function hintOf({ asks, words, query }: SearchAnswer): string {
  if (asks === 'conversations')
    return 'No conversation on this computer is like that. Fewer conditions find more.'
  if (words === '') return 'No message on this computer is like that. Fewer conditions find more.'
  const narrowed = words === query.trim() ? '' : ' under these conditions'
  return `No message on this computer holds “${words}”${narrowed}. Fewer or shorter words find more.`
}
