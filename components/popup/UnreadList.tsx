import Coffee from 'lucide-react/icons/coffee'
import { shownConversations } from '../../lib/store/queries/shownConversations.ts'
import { ConversationRow } from '../conversation-list/ConversationRow.tsx'
import { moveBetweenRows } from '../conversation-list/moveBetweenRows.ts'
import { RowSkeletons } from '../conversation-list/RowSkeletons.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useStored } from '../hooks/useStored.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './UnreadList.module.css'

// Whoever has more unread than this works in the panel, not in a popup.
const SHOWN = 100

interface UnreadListProps {
  onOpen: (conversationId: string) => void
}

/** The unread conversations of all accounts that are on. */
export function UnreadList({ onOpen }: UnreadListProps) {
  const accounts = useAccounts()
  const conversations = useStored((db) =>
    shownConversations(db, { filter: 'unread', accountId: null, limit: SHOWN }),
  )
  if (!conversations || !accounts) return <RowSkeletons count={4} />
  if (conversations.length === 0) {
    return (
      <div className={styles.empty}>
        <EmptyState icon={Coffee} title="Nothing unread">
          Nobody waits for you. New messages show up here by themselves.
        </EmptyState>
      </div>
    )
  }
  const several = accounts.on.length > 1
  return (
    <ul className={styles.list} aria-label="Unread conversations" onKeyDown={moveBetweenRows}>
      {conversations.map((conversation) => (
        <li key={conversation.id}>
          <ConversationRow
            conversation={conversation}
            account={several ? (accounts.on.find(({ id }) => id === conversation.accountId) ?? null) : null}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  )
}
