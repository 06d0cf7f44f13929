import { text } from '../../lib/domain/texts.ts'

export type ActionGroup = 'move' | 'triage' | 'select' | 'write' | 'goTo' | 'everywhere'

/** Two actions may share a key where they never apply at once: in a list and in an open conversation. */
type ActionPlace = 'list' | 'conversation' | 'anywhere'

export type KeyProfile = 'gmail' | 'superhuman'

/**
 * A key, or several pressed one after another with blanks between: "j", "Shift+j", "g i", "Mod+Enter". "Mod" is Command
 * on a Mac, else Control. Shift is named with letters and named keys only: "?" is "?" on every keyboard.
 */
export type KeyPress = string

interface ActionRow {
  group: ActionGroup
  place: ActionPlace
  keys: Record<KeyProfile, readonly KeyPress[]>
  /** Goes on while the key is held. */
  repeats?: true
  /** Leads to something to type in. */
  opens?: true
}

const both = (...keys: KeyPress[]) => ({ gmail: keys, superhuman: keys })

/**
 * Everything the user can do by a key: what the key listener, the command palette, the sheet of keys and the options
 * know of it. A feature says by `useAction` what an action does now; one that nothing does now is not offered.
 */
const TABLE = {
  next: { group: 'move', place: 'anywhere', keys: both('j'), repeats: true },
  previous: { group: 'move', place: 'anywhere', keys: both('k'), repeats: true },
  open: { group: 'move', place: 'list', keys: { gmail: ['Enter', 'o'], superhuman: ['Enter'] } },
  back: { group: 'move', place: 'anywhere', keys: both('Escape') },
  nextUnread: { group: 'move', place: 'anywhere', keys: both('Shift+n') },

  done: { group: 'triage', place: 'anywhere', keys: both('e') },
  moveToInbox: { group: 'triage', place: 'anywhere', keys: both('Shift+e') },
  snooze: { group: 'triage', place: 'anywhere', keys: { gmail: ['h', 'b'], superhuman: ['h'] }, opens: true },
  remind: { group: 'triage', place: 'anywhere', keys: both('Shift+h'), opens: true },
  star: { group: 'triage', place: 'anywhere', keys: both('s') },
  markUnread: { group: 'triage', place: 'anywhere', keys: { gmail: ['u', 'Shift+u'], superhuman: ['u'] } },
  markRead: { group: 'triage', place: 'anywhere', keys: both('Shift+i') },
  mute: { group: 'triage', place: 'anywhere', keys: { gmail: ['m'], superhuman: ['m', 'Shift+m'] } },
  label: { group: 'triage', place: 'anywhere', keys: both('l'), opens: true },
  note: { group: 'triage', place: 'anywhere', keys: both('n'), opens: true },
  undo: { group: 'triage', place: 'anywhere', keys: both('z') },

  select: { group: 'select', place: 'anywhere', keys: both('x') },
  selectNext: { group: 'select', place: 'list', keys: both('Shift+j'), repeats: true },
  selectPrevious: { group: 'select', place: 'list', keys: both('Shift+k'), repeats: true },
  selectAll: { group: 'select', place: 'list', keys: { gmail: ['* a'], superhuman: ['Mod+a'] } },
  clearSelection: { group: 'select', place: 'list', keys: both('* n') },

  reply: { group: 'write', place: 'anywhere', keys: { gmail: ['r'], superhuman: ['r', 'a'] }, opens: true },
  sendAndDone: {
    group: 'write',
    place: 'conversation',
    keys: { gmail: ['Mod+Enter'], superhuman: ['Mod+Enter', 'Mod+Shift+Enter'] },
  },
  newConversation: { group: 'write', place: 'anywhere', keys: both('c'), opens: true },
  openOnLinkedIn: { group: 'write', place: 'anywhere', keys: both('Shift+l') },
  copyLink: { group: 'write', place: 'anywhere', keys: both('Shift+c') },

  goInbox: { group: 'goTo', place: 'anywhere', keys: both('g i') },
  goUnread: { group: 'goTo', place: 'anywhere', keys: both('g u') },
  goWaitingMe: { group: 'goTo', place: 'anywhere', keys: both('g w') },
  goWaitingThem: { group: 'goTo', place: 'anywhere', keys: both('g t') },
  goStarred: { group: 'goTo', place: 'anywhere', keys: both('g s') },
  goSnoozed: { group: 'goTo', place: 'anywhere', keys: { gmail: ['g h', 'g b'], superhuman: ['g h'] } },
  goDone: { group: 'goTo', place: 'anywhere', keys: both('g e') },
  goSettings: { group: 'goTo', place: 'anywhere', keys: both('g ,') },

  search: { group: 'everywhere', place: 'anywhere', keys: both('/'), opens: true },
  palette: { group: 'everywhere', place: 'anywhere', keys: both('Mod+k'), opens: true },
  keySheet: { group: 'everywhere', place: 'anywhere', keys: both('?') },
  syncNow: { group: 'everywhere', place: 'anywhere', keys: both('Shift+r') },
} satisfies Record<string, ActionRow>

export type ActionId = keyof typeof TABLE

export interface Action extends ActionRow {
  id: ActionId
  /** In the user's language. */
  readonly name: string
}

/** All actions, in the order in which they are shown. */
export const ACTIONS: readonly Action[] = Object.entries<ActionRow>(TABLE).map(([key, row]) => {
  const id = key as ActionId
  return {
    id,
    ...row,
    get name() {
      return text(`action_${id}`)
    },
  }
})

export const KEY_PROFILES: readonly { value: KeyProfile; readonly name: string }[] = [
  {
    value: 'gmail',
    get name() {
      return text('keyProfile_gmail')
    },
  },
  {
    value: 'superhuman',
    get name() {
      return text('keyProfile_superhuman')
    },
  },
]
