import UserRoundPlus from 'lucide-react/icons/user-round-plus'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface NewConversationProps {
  /** Address or name of a LinkedIn profile as it was handed over; empty where none was. */
  profile: string
  onBack: () => void
}

/** Where a conversation with somebody new begins. */
export function NewConversation({ profile, onBack }: NewConversationProps) {
  return (
    <EmptyState
      icon={UserRoundPlus}
      title="New conversation"
      action={<Button onClick={onBack}>Back to conversations</Button>}
    >
      {profile === '' ? 'Pick somebody on LinkedIn first.' : profile}
    </EmptyState>
  )
}
