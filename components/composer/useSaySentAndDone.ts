import { useCallback } from 'react'
import { takeBackSent } from '../../lib/store/intents/takeBackSent.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { showToast } from '../ui/toasts.ts'

/** Says that a reply was sent and its conversation put away, and how to take back as much of that as can be. */
export function useSaySentAndDone(): (conversationId: string) => void {
  const intend = useIntent()
  return useCallback(
    (conversationId) => {
      const undo = () => void intend((db, now) => takeBackSent(db, conversationId, now))
      showToast({ id: 'sentAndDone', text: 'Sent and done', action: { name: 'Undo', run: undo } })
    },
    [intend],
  )
}
