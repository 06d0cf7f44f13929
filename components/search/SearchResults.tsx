import { type KeyboardEvent, type UIEvent, useEffect, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { KeysToCome } from '../actions/KeysToCome.tsx'
import { useAction } from '../actions/useAction.ts'
import { ConversationRow } from '../conversation-list/ConversationRow.tsx'
import { RowSkeletons } from '../conversation-list/RowSkeletons.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { nobodyHasFocus } from '../ui/nobodyHasFocus.ts'
import { focusFound } from './focusFound.ts'
import { HitRow } from './HitRow.tsx'
import { NothingFound } from './NothingFound.tsx'
import { PAGE } from './SearchClient.ts'
import styles from './SearchResults.module.css'
import { useSearch } from './useSearch.ts'

/** So near (px) to the end of the list more are asked for. */
const NEAR = 800

interface SearchResultsProps {
  query: string
  onClear: () => void
  openId: string | null
  /** @param at the id of a message to open it at */
  onOpen: (conversationId: string, at?: string) => void
}

/** What a search found: people first, then messages, newest first. */
export function SearchResults({ query, onClear, openId, onOpen }: SearchResultsProps) {
  const [asked, setAsked] = useState({ query, limit: PAGE })
  const limit = asked.query === query ? asked.limit : PAGE
  const found = useSearch(query, limit)
  const accounts = useAccounts()
  const results = useRef<HTMLDivElement>(null)
  useAction('next', () => focusFound(results.current, 1))
  useAction('previous', () => focusFound(results.current, -1))
  const isThere = found !== undefined && accounts !== undefined
  // Back from what was found, nothing on the page has the focus.
  useEffect(() => {
    if (isThere && nobodyHasFocus()) focusFound(results.current, 1)
  }, [isThere])
  if (!found || !accounts) {
    return (
      <>
        <RowSkeletons count={3} />
        <KeysToCome />
      </>
    )
  }
  const several = accounts.on.length > 1
  const accountOf = (accountId: string) =>
    several ? (accounts.all.find(({ id }) => id === accountId) ?? null) : null

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    if (focusFound(results.current, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
  }

  function growNearEnd({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent) {
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR
    if (isNear && found?.more && found.query === query && found.limit === limit)
      setAsked({ query, limit: limit + PAGE })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside
    <div
      ref={results}
      className={styles.results}
      aria-busy={found.query !== query || found.partial}
      data-query={found.query}
      onKeyDown={onKeyDown}
      onScroll={growNearEnd}
    >
      {found.people.length === 0 && found.hits.length === 0 && !found.partial && (
        <NothingFound found={found} onClear={onClear} />
      )}
      {found.people.length > 0 && (
        <section aria-label={text('search_conversationsFound')}>
          <h2 className={styles.heading}>{text('search_conversations')}</h2>
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
        <section aria-label={text('search_messagesFound')}>
          <h2 className={styles.heading}>{text('search_messages')}</h2>
          <ul>
            {found.hits.map(({ message, conversation }) => (
              <li key={message.id} className={styles.item}>
                <HitRow
                  message={message}
                  title={conversation.title}
                  account={accountOf(conversation.accountId)}
                  words={found.words}
                  onOpen={onOpen}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.building && found.hits.length > 0 && (
        <p className={styles.heading} role="status">
          {text('search_building')}
        </p>
      )}
    </div>
  )
}
