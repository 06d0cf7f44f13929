import { lazy, type RefObject, Suspense, useEffect, useMemo, useRef } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import { allLabels } from '../../lib/store/queries/labels.ts'
import { KeysToCome } from '../actions/KeysToCome.tsx'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import { useStored } from '../hooks/useStored.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { wishReply } from '../thread/replyWish.ts'
import { useRowsLeft } from '../triage/awayRows.ts'
import styles from './ConversationList.module.css'
import { ConversationRow } from './ConversationRow.tsx'
import { EmptyList } from './EmptyList.tsx'
import { LabelsContext } from './LabelsContext.ts'
import { ListElement } from './ListElement.tsx'
import { ListItem, ListSize } from './ListItem.tsx'
import { type ListPlace, placeIn } from './ListPlace.ts'
import { RowSkeletons } from './RowSkeletons.tsx'
import { useConversationFeed } from './useConversationFeed.ts'
import { useDrafts } from './useDrafts.ts'

const ListKeys = lazy(async () => ({ default: (await import('./ListKeys.tsx')).ListKeys }))

const SelectionBar = lazy(async () => ({
  default: (await import('../selection/SelectionBar.tsx')).SelectionBar,
}))

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
  const labels = useStored(allLabels)
  const labelsById = useMemo(() => new Map(labels?.map((label) => [label.id, label])), [labels])
  const { ids: selected } = useSelection()
  const { ready, rows, more, extend } = useConversationFeed({ filter, accountId })
  const conversations = useRowsLeft(rows)

  // Not left to the keys, which are loaded later: who is quick to answer goes on from here too.
  useEffect(() => {
    if (conversations.length > 0)
      place.current = placeIn(
        conversations.map(({ id }) => id),
        place.current,
      )
  }, [conversations, place])

  function growNearEnd() {
    const { current } = list
    if (!current || !more) return
    const last = current.findItemIndex(current.scrollOffset + current.viewportSize)
    if (last > conversations.length - NEAR) extend()
  }

  const several = (accounts?.on.length ?? 0) > 1
  if (!ready || !accounts || (more && conversations.length === 0)) {
    return (
      <>
        <RowSkeletons />
        <KeysToCome />
      </>
    )
  }
  if (conversations.length === 0) {
    return <EmptyList filter={filter} importing={isImporting(accounts.on)} onShowAll={onShowAll} />
  }
  return (
    <LabelsContext value={labelsById}>
      <div className={styles.scroller}>
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
                account={
                  several ? (accounts.on.find(({ id }) => id === conversation.accountId) ?? null) : null
                }
                current={conversation.id === openId}
                actions={actions}
                draft={drafts.has(conversation.id)}
                selectable
                onOpen={onOpen}
              />
            )}
          </Virtualizer>
        </ListSize>
      </div>
      {actions ? (
        <Suspense fallback={<KeysToCome />}>
          <ListKeys
            rows={conversations}
            list={list}
            openId={openId}
            place={place}
            onOpen={onOpen}
            onReply={(id) => {
              wishReply(id)
              onOpen(id)
            }}
          />
        </Suspense>
      ) : (
        <KeysToCome />
      )}
      {selected.length > 0 && (
        <Suspense>
          <SelectionBar rows={conversations} />
        </Suspense>
      )}
    </LabelsContext>
  )
}

function isImporting(accounts: readonly { import: { stage: string } }[]): boolean {
  return accounts.some((account) => account.import.stage !== 'done')
}
