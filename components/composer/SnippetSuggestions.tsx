import type { Snippet } from '../../lib/domain/snippet.ts'
import { fillSnippet, type SnippetValues } from '../../lib/domain/snippetText.ts'
import { allSnippets } from '../../lib/store/queries/snippets.ts'
import { useStored } from '../hooks/useStored.ts'
import { SnippetLabel } from './SnippetLabel.tsx'
import { SuggestionList } from './SuggestionList.tsx'
import type { SuggestionsProps } from './Suggestions.tsx'

/** Snippets by what was typed after `;`, filled for whom the message is to. */
export function SnippetSuggestions({ query, values, ...rest }: SuggestionsProps & { values: SnippetValues }) {
  const snippets = useStored(allSnippets)
  const found = snippetsFor(snippets ?? [], query).map((snippet) => {
    const text = fillSnippet(snippet.text, values)
    return { id: snippet.id, text, label: <SnippetLabel name={snippet.name} text={text} /> }
  })
  return <SuggestionList key={query} kind="snippets" suggestions={found} {...rest} />
}

/** Those whose name begins with the query first, then those that have it anywhere; spaces and case aside. */
export function snippetsFor(snippets: readonly Snippet[], query: string): Snippet[] {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, '')
  const wanted = plain(query)
  const rank = ({ name, text }: Snippet) => {
    const at = plain(name).indexOf(wanted)
    if (at === 0) return 0
    if (at > 0) return 1
    return plain(text).includes(wanted) ? 2 : 3
  }
  return snippets.filter((one) => rank(one) < 3).sort((a, b) => rank(a) - rank(b))
}
