import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react'
import type { NewestScreen } from '../../lib/store/queries/newestScreen.ts'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { type FeedState, firstState, ThreadFeed } from './ThreadFeed.ts'

export interface OpenFeed extends FeedState {
  extend: () => void
  extendDown: () => void
}

/**
 * The cached messages of a thread, from the newest or around a message, and the way to bring older and newer ones.
 * @param first what it begins with, where it begins at the newest
 */
export function useThreadFeed(conversationId: string, at: string | null, first: NewestScreen): OpenFeed {
  const db = useLateDatabase()
  const feed = useMemo(
    () => (db ? new ThreadFeed(db, conversationId, at, first) : waiting(firstState(at, first))),
    [db, conversationId, at, first],
  )
  // Not after the first paint, which is only a place for what this brings.
  useLayoutEffect(() => {
    feed.open()
    return () => feed.close()
  }, [feed])
  const state = useSyncExternalStore(feed.subscribe, feed.getState)
  return { ...state, extend: feed.extend, extendDown: feed.extendDown }
}

/** The feed of a page that has no database yet. */
function waiting(state: FeedState) {
  const nothing = () => undefined
  return {
    open: nothing,
    close: nothing,
    extend: nothing,
    extendDown: nothing,
    subscribe: () => nothing,
    getState: () => state,
  }
}
