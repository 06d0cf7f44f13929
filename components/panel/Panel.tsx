import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { ActionsProvider } from '../actions/ActionsProvider.tsx'
import { useMediaQuery } from '../hooks/useMediaQuery.ts'
import { useSyncWhenShown } from '../hooks/useSyncWhenShown.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { ToastHost } from '../ui/ToastHost.tsx'
import { ConversationPane } from './ConversationPane.tsx'
import { ListPane } from './ListPane.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import styles from './Panel.module.css'
import { useRoute } from './useRoute.ts'

const NewConversation = lazy(async () => ({
  default: (await import('../new-conversation/NewConversation.tsx')).NewConversation,
}))

/** The address names what is searched for once typing pauses (ms): browsers allow only so many changes of it. */
const PAUSE = 250

/** The inbox: list and conversation, one at a time where it is narrow, side by side from 720 px on. */
export function Panel() {
  return (
    <ActionsProvider>
      <Panes />
      <ToastHost />
    </ActionsProvider>
  )
}

function Panes() {
  const platform = usePlatform()
  const [route, go] = useRoute()
  const wide = useMediaQuery('(min-width: 720px)')
  // Outlives opening a result, so that the results are still there beside or behind it.
  const [query, setQuery] = useState(route.page === 'search' ? route.query : '')
  const [filter, setFilter] = useState<ListFilter>('all')
  const openId = route.page === 'conversation' ? route.id : null
  const at = route.page === 'conversation' ? (route.at ?? null) : null
  const writing = route.page === 'new'
  const naming = useRef<ReturnType<typeof setTimeout>>(undefined)
  useSyncWhenShown()

  useEffect(() => {
    if (route.page === 'search') setQuery(route.query)
    if (route.page === 'list' && route.filter) {
      setFilter(route.filter)
      setQuery('')
    }
  }, [route])

  // Going anywhere else must not be undone by an address that is still to come.
  useEffect(() => {
    void route
    return () => clearTimeout(naming.current)
  }, [route])

  const open = useCallback(
    (id: string, message?: string) =>
      go({ page: 'conversation', id, ...(message === undefined ? {} : { at: message }) }),
    [go],
  )
  const back = useCallback(
    () => go(query.trim() === '' ? { page: 'list' } : { page: 'search', query }),
    [go, query],
  )
  const search = useCallback(
    (text: string) => {
      setQuery(text)
      const named = () =>
        go(text.trim() === '' ? { page: 'list' } : { page: 'search', query: text }, 'replace')
      clearTimeout(naming.current)
      if (text === '') named()
      else naming.current = setTimeout(named, PAUSE)
    },
    [go],
  )

  const choose = useCallback(
    (chosen: ListFilter) => {
      setFilter(chosen)
      // The address names what was asked for; once another is chosen, asking again must be a change.
      if (route.page === 'list' && chosen !== route.filter) go({ page: 'list' }, 'replace')
    },
    [go, route],
  )

  useEffect(() => platform.onWish(go), [platform, go])

  return (
    <main className={styles.panel} data-panes={wide ? 2 : 1}>
      {(wide || (openId === null && !writing)) && (
        <ListPane
          openId={openId}
          query={query}
          onSearch={search}
          filter={filter}
          onFilter={choose}
          onOpen={open}
        />
      )}
      {openId !== null && (
        <ConversationPane
          key={openId}
          conversationId={openId}
          at={at}
          onNewest={() => open(openId)}
          {...(wide ? {} : { onBack: back })}
        />
      )}
      {writing && (
        <Suspense>
          <NewConversation key={route.profile} profile={route.profile} onBack={back} />
        </Suspense>
      )}
      {wide && openId === null && !writing && <NothingOpen />}
    </main>
  )
}
