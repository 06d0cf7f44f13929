import type { Conversation } from './conversation.ts'

/** A list of conversations: those in the inbox, or all that are one of these things. A label's is `label:` and its id. */
export type ListFilter =
  | 'all'
  | 'unread'
  | 'waitingMe'
  | 'waitingThem'
  | 'starred'
  | 'snoozed'
  | 'done'
  | `label:${string}`

type Listed = Pick<Conversation, 'shelf' | 'unread' | 'starred' | 'waiting' | 'labels'>

/** The list of a label. */
export function labelFilter(labelId: string): ListFilter {
  return `label:${labelId}`
}

/** The id of the label whose list it is, or null. */
export function labelOf(filter: ListFilter): string | null {
  return filter.startsWith('label:') ? filter.slice('label:'.length) : null
}

/** The lists a conversation is in. */
export function filtersOf({ shelf, unread, starred, waiting, labels }: Listed): ListFilter[] {
  const lists: ListFilter[] = [shelf === 'inbox' ? 'all' : shelf]
  if (unread === 1) lists.push('unread')
  if (starred === 1) lists.push('starred')
  if (waiting === 'me') lists.push('waitingMe')
  if (waiting === 'them') lists.push('waitingThem')
  // Rows of an earlier version have none yet.
  return [...lists, ...(labels ?? []).map(labelFilter)]
}
