import Bell from 'lucide-react/icons/bell'
import BellOff from 'lucide-react/icons/bell-off'
import { setMuted } from '../../lib/store/intents/setMuted.ts'
import { triageOf } from '../../lib/store/queries/triage.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { IconButton } from '../ui/IconButton.tsx'

interface MuteButtonProps {
  conversationId: string
}

/** Whether new messages of this conversation are notified. */
export function MuteButton({ conversationId }: MuteButtonProps) {
  const triage = useStored((db) => triageOf(db, conversationId), [conversationId])
  const intend = useIntent()
  const muted = triage?.muted === true
  return (
    <IconButton
      label={muted ? 'Unmute' : 'Mute'}
      title={muted ? 'Notify of its messages again' : 'No notifications of its messages'}
      icon={muted ? BellOff : Bell}
      aria-pressed={muted}
      onClick={() => intend((db) => setMuted(db, conversationId, !muted))}
    />
  )
}
