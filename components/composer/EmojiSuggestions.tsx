import styles from './EmojiSuggestions.module.css'
import { emojiFor } from './emoji.ts'
import { SuggestionList } from './SuggestionList.tsx'
import type { SuggestionsProps } from './Suggestions.tsx'

/** Emoji by what was typed after `:`. */
export function EmojiSuggestions({ query, ...rest }: SuggestionsProps) {
  const found = emojiFor(query).map(({ code, emoji }) => ({
    id: code,
    text: emoji,
    label: (
      <span className={styles.emoji}>
        <span className={styles.sign}>{emoji}</span> :{code}:
      </span>
    ),
  }))
  return <SuggestionList key={query} kind="emoji" suggestions={found} {...rest} />
}
