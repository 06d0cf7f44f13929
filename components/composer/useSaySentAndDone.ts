import { useCallback } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { takeBackSent } from '../../lib/store/intents/takeBackSent.ts'
import { useUndo } from '../triage/useUndo.ts'

/** Says that a reply was sent and its conversation put away, and how to take back as much of that as can be. */
export function useSaySentAndDone(): (conversationId: string) => void {
  const { offer } = useUndo()
  return useCallback(
    (conversationId) =>
      offer({
        words: text('composer_sentAndDone'),
        takenBack: text('composer_backInInbox'),
        takeBack: (db, now) => takeBackSent(db, conversationId, now),
      }),
    [offer],
  )
}
