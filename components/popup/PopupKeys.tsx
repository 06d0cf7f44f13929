import { useRef } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { ActionsProvider } from '../actions/ActionsProvider.tsx'
import { ListKeys } from '../conversation-list/ListKeys.tsx'
import { NO_PLACE } from '../conversation-list/ListPlace.ts'

interface PopupKeysProps {
  rows: readonly Conversation[]
  onOpen: (conversationId: string) => void
}

/** The keys of a list, in the popup: moving, opening, and putting away. */
export function PopupKeys({ rows, onOpen }: PopupKeysProps) {
  const list = useRef(null)
  const place = useRef(NO_PLACE)
  return (
    <ActionsProvider>
      <ListKeys rows={rows} list={list} openId={null} place={place} onOpen={onOpen} />
    </ActionsProvider>
  )
}
