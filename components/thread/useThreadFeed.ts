import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { useDatabase } from '../platform/PlatformContext.tsx'
import { type FeedState, ThreadFeed } from './ThreadFeed.ts'

export type OpenFeed = FeedState & { extend: () => void }

/** The cached messages of a thread and the way to bring older ones. Needs a `key` per conversation above it. */
export function useThreadFeed(conversationId: string): OpenFeed {
  const db = useDatabase()
  const [feed] = useState(() => new ThreadFeed(db, conversationId))
  // Not after the first paint, which is only a place for what this brings.
  useLayoutEffect(() => {
    feed.open()
    return () => feed.close()
  }, [feed])
  const state = useSyncExternalStore(feed.subscribe, feed.getState)
  return { ...state, extend: feed.extend }
}
