import Coffee from 'lucide-react/icons/coffee'
import { lazy, Suspense } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { shownConversations } from '../../lib/store/queries/shownConversations.ts'
import { useEarlyKeys } from '../actions/useEarlyKeys.ts'
import { ConversationRow } from '../conversation-list/ConversationRow.tsx'
import { moveBetweenRows } from '../conversation-list/moveBetweenRows.ts'
import { RowSkeletons } from '../conversation-list/RowSkeletons.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import { useStored } from '../hooks/useStored.ts'
import { useFirstScreen } from '../platform/Basics.tsx'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { useRowsLeft } from '../triage/awayRows.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './UnreadList.module.css'

const PopupKeys = lazy(async () => ({ default: (await import('./PopupKeys.tsx')).PopupKeys }))

// Whoever has more unread than this works in the panel, not in a popup.
const SHOWN = 100

interface UnreadListProps {
  onOpen: (conversationId: string) => void
}

/** The unread conversations of all accounts that are on. */
export function UnreadList({ onOpen }: UnreadListProps) {
  const accounts = useAccounts()
  const painted = useAfterPaint()
  const takeEarly = useEarlyKeys()
  // What can be done with a row is written to the database.
  const actions = useLateDatabase() !== null && painted
  const unread = useStored(
    (db) => shownConversations(db, { filter: 'unread', accountId: null, limit: SHOWN }),
    [],
    useFirstScreen()?.conversations,
  )
  const conversations = useRowsLeft(unread)
  if (!conversations || !accounts) return <RowSkeletons count={4} />
  const several = accounts.on.length > 1
  return (
    <>
      {actions && (
        <Suspense>
          <PopupKeys rows={conversations} onOpen={onOpen} takeEarly={takeEarly} />
        </Suspense>
      )}
      {conversations.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState icon={Coffee} title={text('popup_nothing')}>
            {text('popup_nothing_hint')}
          </EmptyState>
        </div>
      ) : (
        <ul className={styles.list} aria-label={text('popup_list')} onKeyDown={moveBetweenRows}>
          {conversations.map((conversation) => (
            <li key={conversation.id}>
              <ConversationRow
                conversation={conversation}
                account={
                  several ? (accounts.on.find(({ id }) => id === conversation.accountId) ?? null) : null
                }
                actions={actions}
                onOpen={onOpen}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
