import { useCallback } from 'react'
import { counted } from '../../lib/domain/texts.ts'
import { undo } from '../../lib/store/intents/undo.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { putAway } from './awayRows.ts'
import type { Deed } from './deeds.ts'
import { useUndo } from './useUndo.ts'

/** Does it with all of these at once, says so, and offers the way back. Resolves to true once it is on disk. */
type Act = (ids: readonly string[], deed: Deed) => Promise<boolean>

/** What can be done with conversations, with undo. Needs a `ToastHost` on the page. */
export function useTriage(): { act: Act } {
  const intend = useIntent()
  const { offer } = useUndo()
  const act = useCallback<Act>(
    async (ids, deed) => {
      if (ids.length === 0) return false
      const said = deed.words()
      const words = ids.length === 1 ? said : `${said} · ${counted('triage_conversations', ids.length)}`
      const written = intend(async (db, now) => {
        const made = await deed.write(db, ids, now)
        offer({ words, takeBack: (database, then) => undo(database, made, then) })
      })
      if (deed.away) putAway(ids, written)
      return written
    },
    [intend, offer],
  )
  return { act }
}
