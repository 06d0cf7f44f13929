import { useCallback } from 'react'
import { takeBackSent } from '../../lib/store/intents/takeBackSent.ts'
import { useUndo } from '../triage/useUndo.ts'

/** Says that a reply was sent and its conversation put away, and how to take back as much of that as can be. */
export function useSaySentAndDone(): (conversationId: string) => void {
  const { offer } = useUndo()
  return useCallback(
    (conversationId) =>
      offer({
        words: 'Sent and done',
        takenBack: 'Back in the inbox',
        takeBack: (db, now) => takeBackSent(db, conversationId, now),
      }),
    [offer],
  )
}
