import { type RefObject, useEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { useAction } from '../actions/useAction.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { DoorKeys } from '../thread/DoorKeys.tsx'
import { TriageKeys } from '../triage/TriageKeys.tsx'
import { nobodyHasFocus } from '../ui/nobodyHasFocus.ts'
import { focusedRow, focusRow } from './focusRow.ts'
import { type ListPlace, whereToGoOn } from './ListPlace.ts'

interface ListKeysProps {
  rows: readonly Conversation[]
  list: RefObject<VirtualizerHandle | null>
  openId: string | null
  place: RefObject<ListPlace>
  onOpen: (conversationId: string) => void
  /** Opens one in order to answer it. */
  onReply: (conversationId: string) => void
}

/** The keys of a list of conversations. What they act on is the row with the focus, else the open conversation. */
export function ListKeys({ rows, list, openId, place, onOpen, onReply }: ListKeysProps) {
  const ids = rows.map(({ id }) => id)
  const { ids: selected, selection } = useSelection()
  const targetId = () => focusedRow() ?? openId
  const target = () => rows.find(({ id }) => id === targetId()) ?? null

  // Coming back to the list, from what covered it or stood beside it, the hands go on where they were.
  const returned = useRef(false)
  useEffect(() => {
    const isBack = openId === null && !returned.current
    returned.current = openId === null
    const id = isBack ? whereToGoOn(place.current, ids) : null
    if (id !== null && nobodyHasFocus()) focusRow(id, ids.indexOf(id), list.current)
  })

  function goTo(index: number): boolean {
    const id = ids[index]
    if (id === undefined) return false
    // Beside an open conversation, moving opens: what is read follows the hands.
    if (openId !== null) onOpen(id)
    if (openId === null || focusedRow() !== null) focusRow(id, index, list.current)
    place.current = { ids, at: index }
    return true
  }

  function move(steps: number): boolean {
    const from = targetId()
    if (from !== null) return goTo(ids.indexOf(from) + steps)
    const back = whereToGoOn(place.current, ids)
    return goTo(back === null ? 0 : ids.indexOf(back))
  }

  useAction('next', () => move(1))
  useAction('previous', () => move(-1))
  function select(steps: number): boolean {
    const id = targetId()
    if (id === null) return false
    selection?.add([id])
    const next = ids[ids.indexOf(id) + steps]
    if (next !== undefined) selection?.add([next])
    return goTo(ids.indexOf(id) + steps)
  }

  useAction('select', () => {
    const id = targetId()
    return id === null ? false : selection?.toggle(id)
  })
  useAction('selectNext', () => select(1))
  useAction('selectPrevious', () => select(-1))
  useAction('selectAll', () => selection?.add(ids))
  useAction('clearSelection', selected.length > 0 ? () => selection?.clear() : null)
  useAction('back', selected.length > 0 ? () => selection?.clear() : null)
  useAction('open', () => {
    const id = targetId()
    return id === null ? false : onOpen(id)
  })
  useAction('reply', () => {
    const id = targetId()
    return id === null || id === openId ? false : onReply(id)
  })
  useAction('nextUnread', () => {
    const from = ids.indexOf(targetId() ?? '')
    return goTo(rows.findIndex(({ unread }, index) => unread === 1 && index > from))
  })

  return (
    <>
      <DoorKeys target={target} />
      <TriageKeys
        targets={() =>
          selected.length > 0
            ? rows.filter(({ id }) => selected.includes(id))
            : [target()].flatMap((row) => row ?? [])
        }
        anchor={() => document.activeElement}
        onAway={(away) => {
          selection?.clear()
          const last = Math.max(...away.map((id) => ids.indexOf(id)))
          const stays = (at: number) => !away.includes(ids[at] ?? '')
          const next = ids.findIndex((_, at) => at > last && stays(at))
          goTo(next === -1 ? ids.findLastIndex((_, at) => at < last && stays(at)) : next)
        }}
      />
    </>
  )
}
