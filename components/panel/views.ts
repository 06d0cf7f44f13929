import type { ListFilter } from '../../lib/domain/listFilter.ts'
import type { TextKey } from '../../lib/domain/texts.ts'

interface View {
  filter: ListFilter
  name: TextKey
  /** It has a button of its own above the list. */
  button?: true
}

/** The views of the inbox, labels aside, in the order in which they are shown. */
export const VIEWS: readonly View[] = [
  { filter: 'all', name: 'view_all', button: true },
  { filter: 'unread', name: 'view_unread', button: true },
  { filter: 'waitingMe', name: 'view_waitingMe' },
  { filter: 'waitingThem', name: 'view_waitingThem' },
  { filter: 'starred', name: 'view_starred', button: true },
  { filter: 'snoozed', name: 'view_snoozed', button: true },
  { filter: 'done', name: 'view_done', button: true },
]
