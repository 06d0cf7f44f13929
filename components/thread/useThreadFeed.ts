import { useEffect, useState, useSyncExternalStore } from 'react'
import { useDatabase } from '../platform/PlatformContext.tsx'
import { type FeedState, ThreadFeed } from './ThreadFeed.ts'

/** The cached messages of a thread and the way to bring older ones. Needs a `key` per conversation above it. */
export function useThreadFeed(conversationId: string): FeedState & { extend: () => void } {
  const db = useDatabase()
  const [feed] = useState(() => new ThreadFeed(db, conversationId))
  useEffect(() => {
    feed.open()
    return () => feed.close()
  }, [feed])
  const state = useSyncExternalStore(feed.subscribe, feed.getState)
  return { ...state, extend: feed.extend }
}
