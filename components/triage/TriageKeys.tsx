import { useEffect } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { ActionId } from '../actions/actionTable.ts'
import { useAction } from '../actions/useAction.ts'
import { keepFocus } from '../conversation-list/keepFocus.ts'
import { type Deed, DONE, muting, READ, starring, TO_INBOX, UNREAD } from './deeds.ts'
import { useTriage } from './useTriage.ts'
import { loadTriageMenus, type TriageMenu, useTriageMenus } from './useTriageMenus.tsx'

interface TriageKeysProps {
  /** What the keys act on now; none for nothing. */
  targets: () => readonly Conversation[]
  /** What the menus stand at. */
  anchor: () => Element | null
  /** Conversations are about to be put away: whoever works through a list goes on with the next. */
  onAway: (ids: readonly string[]) => void
  /** Before they are marked unread, so that looking at one does not undo that. */
  onMarkUnread?: () => void
}

/** The keys that put conversations away or mark them, one or all that are selected. */
export function TriageKeys({ targets, anchor, onAway, onMarkUnread }: TriageKeysProps) {
  const { act } = useTriage()
  const run = (ids: readonly string[], deed: Deed) => {
    if (deed.away) onAway(ids)
    // A mark may take a row out of the list too, such as one that was read out of the unread ones.
    else keepFocus(document.activeElement)
    void act(ids, deed)
  }
  const { menu, open } = useTriageMenus(run)
  // Not every engine has such a call.
  useEffect(() => void globalThis.requestIdleCallback?.(loadTriageMenus), [])

  /** The key is somebody else's where it does not apply: to none of these, or to nothing. */
  const useDeed = (
    id: ActionId,
    deedFor: (rows: readonly Conversation[]) => Deed | null,
    before?: () => void,
  ) => {
    useAction(id, () => {
      const rows = targets()
      const deed = rows.length > 0 ? deedFor(rows) : null
      if (!deed) return false
      before?.()
      const ids = rows.map((row) => row.id)
      return run(ids, deed)
    })
  }
  const useMenu = (id: ActionId, wanted: TriageMenu) => {
    useAction(id, () => {
      const ids = targets().map((row) => row.id)
      const place = anchor()
      return ids.length === 0 ? false : open(wanted, ids, place instanceof HTMLElement ? place : null)
    })
  }

  useDeed('done', (rows) => (rows.some(({ shelf }) => shelf !== 'done') ? DONE : null))
  useDeed('moveToInbox', (rows) => (rows.some(({ shelf }) => shelf !== 'inbox') ? TO_INBOX : null))
  useDeed('star', (rows) => starring(rows.some(({ starred }) => starred === 0)))
  useDeed('mute', (rows) => muting(rows.some(({ muted }) => !muted)))
  useDeed('markUnread', () => UNREAD, onMarkUnread)
  useDeed('markRead', () => READ)
  useMenu('snooze', 'snooze')
  useMenu('remind', 'remind')
  useMenu('label', 'label')

  return menu
}
