import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { text } from '../../lib/domain/texts.ts'
import { ActionScope } from '../actions/ActionScope.tsx'
import { KeysToCome } from '../actions/KeysToCome.tsx'
import { ConversationList } from '../conversation-list/ConversationList.tsx'
import type { ListPlace } from '../conversation-list/ListPlace.ts'
import { AttentionBanners } from '../health/AttentionBanners.tsx'
import { StorageBanner } from '../health/StorageBanner.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import { focusFound } from '../search/focusFound.ts'
import { SavedSearches } from '../search/SavedSearches.tsx'
import { SelectionScope } from '../selection/SelectionScope.tsx'
import { useReadAhead } from '../thread/useReadAhead.ts'
import { Filters } from './Filters.tsx'
import styles from './ListPane.module.css'
import { PanelHeader } from './PanelHeader.tsx'
import { SearchBox } from './SearchBox.tsx'

const OpenSends = lazy(async () => ({ default: (await import('../outbox/OpenSends.tsx')).OpenSends }))
const ImportProgress = lazy(async () => ({
  default: (await import('../health/ImportProgress.tsx')).ImportProgress,
}))

const UpdateNote = lazy(async () => ({ default: (await import('../news/UpdateNote.tsx')).UpdateNote }))

const loadResults = async () => ({ default: (await import('../search/SearchResults.tsx')).SearchResults })
const SearchResults = lazy(loadResults)

interface ListPaneProps {
  openId: string | null
  place: RefObject<ListPlace>
  /** Whether the user comes here to search. */
  seeking: RefObject<boolean>
  query: string
  onSearch: (query: string) => void
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
  /** @param at the id of a message to open it at */
  onOpen: (conversationId: string, at?: string) => void
  /** @param profile of somebody there is no conversation with yet; empty to ask for it */
  onWriteTo: (profile: string) => void
}

/** The left pane: everything that finds a conversation. */
export function ListPane(props: ListPaneProps) {
  const { openId, place, seeking, query, onSearch, filter, onFilter, onOpen, onWriteTo } = props
  const accounts = useAccounts()
  const pane = useRef<HTMLElement>(null)
  useReadAhead(pane)
  const [accountId, setAccountId] = useState<string | null>(null)
  const late = useAfterPaint()
  const searching = query.trim() !== ''
  useEffect(() => {
    // There before the first key of a search is.
    if (late) void loadResults()
  }, [late])
  const several = (accounts?.on.length ?? 0) > 1
  // An account that was switched off meanwhile must not leave an empty list behind.
  const chosen = accounts?.on.some(({ id }) => id === accountId) ? accountId : null
  return (
    <section ref={pane} className={styles.pane} aria-label={text('panel_inbox')}>
      <ActionScope element={pane}>
        <PanelHeader onNew={() => onWriteTo('')} />
        <SearchBox
          query={query}
          onSearch={onSearch}
          seeking={seeking}
          onFound={() => focusFound(pane.current?.querySelector('[data-query][aria-busy=false]'), 1)}
        />
        {!searching && (
          <Filters
            filter={filter}
            onFilter={onFilter}
            accounts={several && accounts ? accounts.on : []}
            accountId={chosen}
            onAccount={setAccountId}
          />
        )}
        {!searching && <SavedSearches onSearch={onSearch} />}
        <StorageBanner />
        <AttentionBanners />
        {late && (
          <Suspense>
            <OpenSends openId={openId} onOpen={onOpen} onFirst={onWriteTo} />
          </Suspense>
        )}
        {searching ? (
          <Suspense fallback={<KeysToCome />}>
            <SearchResults query={query} onClear={() => onSearch('')} openId={openId} onOpen={onOpen} />
          </Suspense>
        ) : (
          <SelectionScope key={`${filter} ${chosen}`}>
            <ConversationList
              filter={filter}
              accountId={chosen}
              openId={openId}
              place={place}
              onOpen={onOpen}
              onShowAll={() => onFilter('all')}
            />
          </SelectionScope>
        )}
        {late && (
          <Suspense>
            <UpdateNote />
          </Suspense>
        )}
        {accounts && late && (
          <div className={styles.import}>
            <Suspense>
              <ImportProgress accounts={accounts.on} />
            </Suspense>
          </div>
        )}
      </ActionScope>
    </section>
  )
}
