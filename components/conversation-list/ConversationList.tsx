import { useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { ListFilter } from '../../lib/store/queries/conversations.ts'
import { shownConversations } from '../../lib/store/queries/shownConversations.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useStored } from '../hooks/useStored.ts'
import styles from './ConversationList.module.css'
import { ConversationRow } from './ConversationRow.tsx'
import { EmptyList } from './EmptyList.tsx'
import { ListElement } from './ListElement.tsx'
import { RowSkeletons } from './RowSkeletons.tsx'

const PAGE = 100
/** Rows before the end at which more are read. */
const NEAR = 30

interface ConversationListProps {
  filter: ListFilter
  accountId: string | null
  openId: string | null
  onOpen: (conversationId: string) => void
  onShowAll: () => void
}

/** Conversations, newest activity first; reads only as far as the user scrolled and paints only what is in view. */
export function ConversationList({ filter, accountId, openId, onOpen, onShowAll }: ConversationListProps) {
  const [limit, setLimit] = useState(PAGE)
  const list = useRef<VirtualizerHandle>(null)
  const accounts = useAccounts()
  const conversations = useStored(
    (db) => shownConversations(db, { filter, accountId, limit }),
    [filter, accountId, limit],
  )

  function growNearEnd() {
    const { current } = list
    if (!current || !conversations || conversations.length < limit) return
    const last = current.findItemIndex(current.scrollOffset + current.viewportSize)
    if (last > conversations.length - NEAR) setLimit(conversations.length + PAGE)
  }

  const several = (accounts?.on.length ?? 0) > 1
  if (!conversations || !accounts) return <RowSkeletons />
  if (conversations.length === 0) {
    return <EmptyList filter={filter} importing={isImporting(accounts.on)} onShowAll={onShowAll} />
  }
  return (
    <div className={styles.scroller}>
      <Virtualizer
        ref={list}
        as={ListElement}
        item="li"
        data={conversations}
        onScroll={growNearEnd}
        bufferSize={600}
      >
        {(conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            account={several ? (accounts.on.find(({ id }) => id === conversation.accountId) ?? null) : null}
            current={conversation.id === openId}
            onOpen={onOpen}
          />
        )}
      </Virtualizer>
    </div>
  )
}

function isImporting(accounts: readonly { import: { stage: string } }[]): boolean {
  return accounts.some((account) => account.import.stage !== 'done')
}
