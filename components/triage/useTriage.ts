import { useCallback } from 'react'
import { undo } from '../../lib/store/intents/undo.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useDatabase } from '../platform/PlatformContext.tsx'
import { showToast } from '../ui/toasts.ts'
import type { Deed } from './deeds.ts'
import { type Done, pushDone, takeDone } from './undoStack.ts'

/** There is one toast for all of triage: what was done last takes the place of what was done before. */
const TOAST = 'triage'

export interface Triage {
  /** Does it with all of these at once, says so, and offers the way back. Resolves to true once it is on disk. */
  act: (ids: readonly string[], deed: Deed) => Promise<boolean>
  /** Takes back what was done last on this page; false where there is nothing left. */
  undoLast: () => boolean
}

/** What can be done with conversations, with undo. Needs a `ToastHost` on the page. */
export function useTriage(): Triage {
  const db = useDatabase()
  const intend = useIntent()

  const takeBack = useCallback(
    (wanted?: Done) => {
      const done = takeDone(db, wanted)
      if (!done) return false
      void intend((database, now) => undo(database, done.undo, now)).then((written) => {
        if (written) showToast({ id: TOAST, text: `Undone: ${done.words}` })
        else pushDone(db, done)
      })
      return true
    },
    [db, intend],
  )

  const act = useCallback(
    async (ids: readonly string[], deed: Deed) => {
      if (ids.length === 0) return false
      const words = ids.length === 1 ? deed.words : `${deed.words} · ${ids.length} conversations`
      return intend(async (database, now) => {
        const done: Done = { words, undo: await deed.write(database, ids, now) }
        pushDone(db, done)
        showToast({ id: TOAST, text: words, action: { name: 'Undo', run: () => void takeBack(done) } })
      })
    },
    [db, intend, takeBack],
  )

  return { act, undoLast: useCallback(() => takeBack(), [takeBack]) }
}
