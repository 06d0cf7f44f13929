import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { firstMessageTo } from '../../lib/store/queries/openSends.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useStored } from '../hooks/useStored.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { TypedAhead } from '../ui/TypedAhead.tsx'
import { FindProfile, type FoundRecipient } from './FindProfile.tsx'
import { FirstMessage } from './FirstMessage.tsx'
import styles from './NewConversation.module.css'

interface NewConversationProps {
  /** Address or name of a LinkedIn profile as it was handed over; empty where none was. */
  profile: string
  onBack: () => void
  onOpen: (conversationId: string) => void
}

/** Where a conversation with somebody new begins: who, from which account, and the first message. */
export function NewConversation({ profile, onBack, onOpen }: NewConversationProps) {
  const accounts = useAccounts()?.on
  // What was sent and has not arrived yet is gone back to, rather than looked for anew.
  const underway = useStored(async (db) => (await firstMessageTo(db, profile)) ?? null, [profile])
  const [chosen, setChosen] = useState<FoundRecipient | 'other' | null>(null)
  const found = chosen === 'other' ? null : (chosen ?? underway)
  return (
    <section className={styles.pane} aria-labelledby="new-conversation">
      <header className={styles.header}>
        <IconButton label={text('common_backToConversations')} icon={ArrowLeft} onClick={onBack} />
        <h1 id="new-conversation" className={styles.title}>
          {text('common_newConversation')}
        </h1>
      </header>
      {!accounts || underway === undefined ? (
        <TypedAhead onClose={onBack} />
      ) : found ? (
        <FirstMessage
          key={found.accountId + found.to.profile}
          {...found}
          onOpen={onOpen}
          onOther={() => setChosen('other')}
        />
      ) : (
        <FindProfile accounts={accounts} profile={profile} onFound={setChosen} onOpen={onOpen} />
      )}
    </section>
  )
}
