import { lazy, type RefObject, Suspense, useRef } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import styles from './ConversationList.module.css'
import { ConversationRow } from './ConversationRow.tsx'
import { EmptyList } from './EmptyList.tsx'
import { ListElement } from './ListElement.tsx'
import { ListItem, ListSize } from './ListItem.tsx'
import type { ListPlace } from './ListPlace.ts'
import { RowSkeletons } from './RowSkeletons.tsx'
import { useConversationFeed } from './useConversationFeed.ts'
import { useDrafts } from './useDrafts.ts'

const ListKeys = lazy(async () => ({ default: (await import('./ListKeys.tsx')).ListKeys }))

/** Rows before the end at which more are read. */
const NEAR = 30

interface ConversationListProps {
  filter: ListFilter
  accountId: string | null
  openId: string | null
  place: RefObject<ListPlace>
  onOpen: (conversationId: string) => void
  onShowAll: () => void
}

/** Conversations, newest activity first; reads only as far as the user scrolled and paints only what is in view. */
export function ConversationList(props: ConversationListProps) {
  const { filter, accountId, openId, place, onOpen, onShowAll } = props
  const list = useRef<VirtualizerHandle>(null)
  const accounts = useAccounts()
  const actions = useAfterPaint()
  const drafts = useDrafts()
  const { ready, rows: conversations, more, extend } = useConversationFeed({ filter, accountId })

  function growNearEnd() {
    const { current } = list
    if (!current || !more) return
    const last = current.findItemIndex(current.scrollOffset + current.viewportSize)
    if (last > conversations.length - NEAR) extend()
  }

  const several = (accounts?.on.length ?? 0) > 1
  if (!ready || !accounts || (more && conversations.length === 0)) return <RowSkeletons />
  if (conversations.length === 0) {
    return <EmptyList filter={filter} importing={isImporting(accounts.on)} onShowAll={onShowAll} />
  }
  return (
    <div className={styles.scroller}>
      {actions && (
        <Suspense>
          <ListKeys rows={conversations} list={list} openId={openId} place={place} onOpen={onOpen} />
        </Suspense>
      )}
      <ListSize value={more ? -1 : conversations.length}>
        <Virtualizer
          ref={list}
          as={ListElement}
          item={ListItem}
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
              actions={actions}
              draft={drafts.has(conversation.id)}
              onOpen={onOpen}
            />
          )}
        </Virtualizer>
      </ListSize>
    </div>
  )
}

function isImporting(accounts: readonly { import: { stage: string } }[]): boolean {
  return accounts.some((account) => account.import.stage !== 'done')
}
