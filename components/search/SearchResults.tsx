import SearchX from 'lucide-react/icons/search-x'
import { ConversationRow } from '../conversation-list/ConversationRow.tsx'
import { moveBetweenRows } from '../conversation-list/moveBetweenRows.ts'
import { RowSkeletons } from '../conversation-list/RowSkeletons.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { HitRow } from './HitRow.tsx'
import styles from './SearchResults.module.css'
import { useSearch } from './useSearch.ts'

interface SearchResultsProps {
  query: string
  openId: string | null
  onOpen: (conversationId: string) => void
}

/** What a search found: people first, then messages, newest first. */
export function SearchResults({ query, openId, onOpen }: SearchResultsProps) {
  const found = useSearch(query)
  const accounts = useAccounts()
  if (!found || !accounts) return <RowSkeletons count={3} />
  const several = accounts.on.length > 1
  const accountOf = (accountId: string) =>
    several ? (accounts.all.find(({ id }) => id === accountId) ?? null) : null

  if (found.people.length === 0 && found.hits.length === 0) {
    return (
      <EmptyState icon={SearchX} title="Nothing found">
        No message on this computer holds “{found.query}”. Fewer or shorter words find more.
      </EmptyState>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div className={styles.results} onKeyDown={moveBetweenRows}>
      {found.people.length > 0 && (
        <section aria-label="Conversations found">
          <h2 className={styles.heading}>Conversations</h2>
          <ul>
            {found.people.map((conversation) => (
              <li key={conversation.id}>
                <ConversationRow
                  conversation={conversation}
                  account={accountOf(conversation.accountId)}
                  current={conversation.id === openId}
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.hits.length > 0 && (
        <section aria-label="Messages found">
          <h2 className={styles.heading}>Messages</h2>
          <ul>
            {found.hits.map(({ message, conversation }) => (
              <li key={message.id}>
                <HitRow
                  message={message}
                  conversation={conversation}
                  account={accountOf(conversation.accountId)}
                  query={found.query}
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
