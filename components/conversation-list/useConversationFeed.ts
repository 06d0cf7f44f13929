import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ListRequest } from '../../lib/store/queries/conversations.ts'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { ConversationFeed, type ListState, NOT_READ } from './ConversationFeed.ts'

const never = () => () => undefined

/** A list of conversations as far as it was scrolled, and the way to bring more. */
export function useConversationFeed({
  filter,
  accountId,
}: Pick<ListRequest, 'filter' | 'accountId'>): ListState & { extend: () => void } {
  const db = useLateDatabase()
  const feed = useMemo(() => db && new ConversationFeed(db, { filter, accountId }), [db, filter, accountId])
  useEffect(() => {
    feed?.open()
    return () => feed?.close()
  }, [feed])
  const state = useSyncExternalStore(feed?.subscribe ?? never, feed?.getState ?? (() => NOT_READ))
  // Caught by the boundary around the page, like every query that fails.
  if (state.error) throw state.error
  return { ...state, extend: feed?.extend ?? never }
}
