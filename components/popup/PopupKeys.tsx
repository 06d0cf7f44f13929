import { useRef } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { ActionsProvider } from '../actions/ActionsProvider.tsx'
import { useAction } from '../actions/useAction.ts'
import type { TakeEarlyKeys } from '../actions/useEarlyKeys.ts'
import { ListKeys } from '../conversation-list/ListKeys.tsx'
import { NO_PLACE } from '../conversation-list/ListPlace.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { useUndo } from '../triage/useUndo.ts'

interface PopupKeysProps {
  rows: readonly Conversation[]
  onOpen: (conversationId: string) => void
  takeEarly: TakeEarlyKeys
}

/** The keys of a list, in the popup: moving, opening, putting away, and taking that back. */
export function PopupKeys({ rows, onOpen, takeEarly }: PopupKeysProps) {
  const platform = usePlatform()
  const list = useRef(null)
  const place = useRef(NO_PLACE)
  return (
    <ActionsProvider takeEarly={takeEarly}>
      <ListKeys
        rows={rows}
        list={list}
        openId={null}
        place={place}
        onOpen={onOpen}
        onReply={(id) => platform.openInbox(id, 'reply')}
      />
      <PageKeys />
    </ActionsProvider>
  )
}

function PageKeys() {
  const platform = usePlatform()
  useAction('undo', useUndo().undoLast)
  useAction('goInbox', () => platform.openInbox(null))
  useAction('goSettings', () => platform.openOptions())
  useAction('syncNow', () => void platform.command('syncNow', {}))
  return null
}
