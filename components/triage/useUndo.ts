import { useCallback } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useComingDatabase, useLateDatabase } from '../platform/PlatformContext.tsx'
import { showToast } from '../ui/toasts.ts'
import { type Done, pushDone, takeDone } from './undoStack.ts'

/** There is one toast for all that can be taken back: what was done last takes the place of what was done before. */
const TOAST = 'undo'

interface UndoHook {
  /** Says what was done (it is on disk), and offers the way back. */
  offer: (done: Done) => void
  /** Takes back what was done last on this page; false where there is nothing left. */
  undoLast: () => boolean
}

/** The way back from what the user did. Needs a `ToastHost` on the page. */
export function useUndo(): UndoHook {
  const db = useLateDatabase()
  const coming = useComingDatabase()
  const intend = useIntent()

  const takeBack = useCallback(
    (wanted?: Done) => {
      // Before it is there, nothing was done.
      const done = db && takeDone(db, wanted)
      if (!done) return false
      void intend(done.takeBack).then((written) => {
        if (written)
          showToast({ id: TOAST, text: done.takenBack ?? text('triage_undone', { deed: done.words }) })
        else pushDone(db, done)
      })
      return true
    },
    [db, intend],
  )

  const offer = useCallback(
    (done: Done) => {
      void coming.then((there) => pushDone(there, done))
      showToast({
        id: TOAST,
        text: done.words,
        action: { name: text('action_undo'), run: () => void takeBack(done) },
      })
    },
    [coming, takeBack],
  )

  return { offer, undoLast: useCallback(() => takeBack(), [takeBack]) }
}
