import { lazy, type Ref, Suspense } from 'react'
import type { SnippetValues } from '../../lib/domain/snippetText.ts'
import type { SuggestToken } from '../../lib/domain/suggestToken.ts'
import type { ActiveOption, SuggestionsHandle } from './useSuggest.ts'

// The emoji and their codes are loaded by whoever types one.
const EmojiSuggestions = lazy(async () => ({
  default: (await import('./EmojiSuggestions.tsx')).EmojiSuggestions,
}))
const SnippetSuggestions = lazy(async () => ({
  default: (await import('./SnippetSuggestions.tsx')).SnippetSuggestions,
}))

export interface SuggestionsProps {
  /** What was typed after the sign that opened them. */
  query: string
  /** The text that takes the place of what was typed. */
  onChoose: (text: string) => void
  onClose: () => void
  onActive: (active: ActiveOption | null) => void
  ref: Ref<SuggestionsHandle>
}

interface Props extends Omit<SuggestionsProps, 'query'> {
  token: SuggestToken
  values: SnippetValues
}

/** What can take the place of the word at the caret. */
export function Suggestions({ token, values, ...rest }: Props) {
  return (
    <Suspense>
      {token.kind === 'snippet' ? (
        <SnippetSuggestions query={token.query} values={values} {...rest} />
      ) : (
        <EmojiSuggestions query={token.query} {...rest} />
      )}
    </Suspense>
  )
}
