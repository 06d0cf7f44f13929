import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { ActionsProvider } from '../actions/ActionsProvider.tsx'
import { KeysToCome } from '../actions/KeysToCome.tsx'
import { takeOverNotes } from '../composer/draftNotes.ts'
import { type ListPlace, NO_PLACE } from '../conversation-list/ListPlace.ts'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import { useMediaQuery } from '../hooks/useMediaQuery.ts'
import { useSyncWhenShown } from '../hooks/useSyncWhenShown.ts'
import { useComingDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import { useWarmSearch } from '../search/useWarmSearch.ts'
import { wishReply } from '../thread/replyWish.ts'
import { useReadNeighbours } from '../thread/useReadNeighbours.ts'
import { ToastHost } from '../ui/ToastHost.tsx'
import { TypedAhead } from '../ui/TypedAhead.tsx'
import { ConversationPane } from './ConversationPane.tsx'
import { ListPane } from './ListPane.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import styles from './Panel.module.css'
import { useRoute } from './useRoute.ts'

const NewConversation = lazy(async () => ({
  default: (await import('../new-conversation/NewConversation.tsx')).NewConversation,
}))

const PanelKeys = lazy(async () => ({ default: (await import('./PanelKeys.tsx')).PanelKeys }))

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
  const coming = useComingDatabase()
  const [route, go] = useRoute()
  const wide = useMediaQuery('(min-width: 720px)')
  // Outlives opening a result, so that the results are still there beside or behind it.
  const [query, setQuery] = useState(route.page === 'search' ? route.query : '')
  const [filter, setFilter] = useState<ListFilter>('all')
  const openId = route.page === 'conversation' ? route.id : null
  const at = route.page === 'conversation' ? (route.at ?? null) : null
  const writing = route.page === 'new'
  const naming = useRef<ReturnType<typeof setTimeout>>(undefined)
  const place = useRef<ListPlace>(NO_PLACE)
  const seeking = useRef(false)
  const painted = useAfterPaint()
  useSyncWhenShown()
  useReadNeighbours(place, openId)
  useWarmSearch()

  // Of any conversation: the list marks those with a draft.
  useEffect(() => void coming.then(takeOverNotes), [coming])

  // Said once: going back to it later is no wish to answer.
  useEffect(() => {
    if (route.page !== 'conversation' || !route.reply) return
    wishReply(route.id)
    const { reply: _, ...place } = route
    go(place, 'replace')
  }, [route, go])

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
  const openInstead = useCallback((id: string) => go({ page: 'conversation', id }, 'replace'), [go])
  const writeTo = useCallback((profile: string) => go({ page: 'new', profile }), [go])
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

  useEffect(() => {
    const { ids } = place.current
    if (openId !== null && ids.includes(openId)) place.current = { ids, at: ids.indexOf(openId) }
  }, [openId])

  /** A conversation was put away: the next one opens beside the list, or is where the list goes on. */
  const goOn = useCallback(
    (from: string) => {
      const { ids } = place.current
      const at = ids.indexOf(from)
      const next = at === -1 ? undefined : (ids[at + 1] ?? ids[at - 1])
      if (wide && next !== undefined) return open(next)
      place.current = { ids, at: at + 1 }
      back()
    },
    [wide, open, back],
  )

  const seek = useCallback(() => {
    seeking.current = true
    back()
  }, [back])

  const show = useCallback(
    (shown: ListFilter) => {
      setQuery('')
      setFilter(shown)
      go({ page: 'list' })
    },
    [go],
  )

  return (
    <main className={styles.panel} data-panes={wide ? 2 : 1}>
      {painted ? (
        <Suspense fallback={<KeysToCome />}>
          <PanelKeys
            covering={openId !== null && !wide ? openId : null}
            place={place}
            onOpen={open}
            onBack={openId !== null || writing ? back : query === '' ? null : () => search('')}
            onShow={show}
            onSearch={!wide && (openId !== null || writing) ? seek : null}
            onWrite={() => go({ page: 'new', profile: '' })}
          />
        </Suspense>
      ) : (
        <KeysToCome />
      )}
      {(wide || (openId === null && !writing)) && (
        <ListPane
          openId={openId}
          place={place}
          seeking={seeking}
          query={query}
          onSearch={search}
          filter={filter}
          onFilter={choose}
          onOpen={open}
          onWriteTo={writeTo}
        />
      )}
      {openId !== null && (
        <ConversationPane
          key={openId}
          conversationId={openId}
          at={at}
          onNewest={() => open(openId)}
          onAway={goOn}
          {...(wide ? {} : { onBack: back })}
        />
      )}
      {writing && (
        <Suspense fallback={<TypedAhead onClose={back} />}>
          <NewConversation key={route.profile} profile={route.profile} onBack={back} onOpen={openInstead} />
        </Suspense>
      )}
      {wide && openId === null && !writing && <NothingOpen />}
    </main>
  )
}
