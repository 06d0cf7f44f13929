import type { ListFilter } from '../../lib/domain/listFilter.ts'

interface View {
  filter: ListFilter
  name: string
  /** It has a button of its own above the list. */
  button?: true
}

/** The views of the inbox, labels aside, in the order in which they are shown. */
export const VIEWS: readonly View[] = [
  { filter: 'all', name: 'All', button: true },
  { filter: 'unread', name: 'Unread', button: true },
  { filter: 'waitingMe', name: 'Waiting for me' },
  { filter: 'waitingThem', name: 'Waiting for them' },
  { filter: 'starred', name: 'Starred', button: true },
  { filter: 'snoozed', name: 'Snoozed', button: true },
  { filter: 'done', name: 'Done', button: true },
]
