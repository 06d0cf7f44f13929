import { useEffect, useState, useSyncExternalStore } from 'react'
import { useComingDatabase } from '../platform/PlatformContext.tsx'
import { DraftKeeper, type DraftState, type Enqueue } from './DraftKeeper.ts'
import { takeOverNotes } from './draftNotes.ts'

/** The draft of a conversation and its keeper, which sends it by `enqueue`. Saved also when the page is hidden or left: it may never come back. */
export function useDraft(
  conversationId: string,
  enqueue: Enqueue,
): { draft: DraftState; keeper: DraftKeeper } {
  const coming = useComingDatabase()
  const [keeper] = useState(() => new DraftKeeper(coming.then(takeOverNotes), conversationId, enqueue))
  useEffect(() => {
    const save = () => keeper.leave()
    keeper.open()
    document.addEventListener('visibilitychange', save)
    window.addEventListener('pagehide', save)
    return () => {
      document.removeEventListener('visibilitychange', save)
      window.removeEventListener('pagehide', save)
      keeper.close()
    }
  }, [keeper])
  return { draft: useSyncExternalStore(keeper.subscribe, keeper.getShown), keeper }
}
