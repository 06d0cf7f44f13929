export type ActionGroup = 'Move' | 'Triage' | 'Select' | 'Write' | 'Go to' | 'Everywhere'

/** Two actions may share a key where they never apply at once: in a list and in an open conversation. */
type ActionPlace = 'list' | 'conversation' | 'anywhere'

export type KeyProfile = 'gmail' | 'superhuman'

/**
 * A key, or several pressed one after another with blanks between: "j", "Shift+j", "g i", "Mod+Enter". "Mod" is Command
 * on a Mac, else Control. Shift is named with letters and named keys only: "?" is "?" on every keyboard.
 */
export type KeyPress = string

interface ActionRow {
  name: string
  group: ActionGroup
  place: ActionPlace
  keys: Record<KeyProfile, readonly KeyPress[]>
  /** Goes on while the key is held. */
  repeats?: true
}

const both = (...keys: KeyPress[]) => ({ gmail: keys, superhuman: keys })

/**
 * Everything the user can do by a key: what the key listener, the command palette, the sheet of keys and the options
 * know of it. A feature says by `useAction` what an action does now; one that nothing does now is not offered.
 */
const TABLE = {
  next: { name: 'Next conversation', group: 'Move', place: 'anywhere', keys: both('j'), repeats: true },
  previous: {
    name: 'Previous conversation',
    group: 'Move',
    place: 'anywhere',
    keys: both('k'),
    repeats: true,
  },
  open: {
    name: 'Open conversation',
    group: 'Move',
    place: 'list',
    keys: { gmail: ['Enter', 'o'], superhuman: ['Enter'] },
  },
  back: { name: 'Back', group: 'Move', place: 'anywhere', keys: both('Escape') },
  nextUnread: { name: 'Next unread conversation', group: 'Move', place: 'anywhere', keys: both('Shift+n') },

  done: { name: 'Done', group: 'Triage', place: 'anywhere', keys: both('e') },
  moveToInbox: { name: 'Move to inbox', group: 'Triage', place: 'anywhere', keys: both('Shift+e') },
  snooze: {
    name: 'Snooze',
    group: 'Triage',
    place: 'anywhere',
    keys: { gmail: ['h', 'b'], superhuman: ['h'] },
  },
  remind: { name: 'Remind me without an answer', group: 'Triage', place: 'anywhere', keys: both('Shift+h') },
  star: { name: 'Star', group: 'Triage', place: 'anywhere', keys: both('s') },
  markUnread: {
    name: 'Mark as unread',
    group: 'Triage',
    place: 'anywhere',
    keys: { gmail: ['u', 'Shift+u'], superhuman: ['u'] },
  },
  markRead: { name: 'Mark as read', group: 'Triage', place: 'anywhere', keys: both('Shift+i') },
  mute: {
    name: 'Mute',
    group: 'Triage',
    place: 'anywhere',
    keys: { gmail: ['m'], superhuman: ['m', 'Shift+m'] },
  },
  label: { name: 'Label', group: 'Triage', place: 'anywhere', keys: both('l') },
  note: { name: 'Note on this person', group: 'Triage', place: 'anywhere', keys: both('n') },
  undo: { name: 'Undo', group: 'Triage', place: 'anywhere', keys: both('z') },

  select: { name: 'Select', group: 'Select', place: 'anywhere', keys: both('x') },
  selectNext: {
    name: 'Select, and the next',
    group: 'Select',
    place: 'list',
    keys: both('Shift+j'),
    repeats: true,
  },
  selectPrevious: {
    name: 'Select, and the previous',
    group: 'Select',
    place: 'list',
    keys: both('Shift+k'),
    repeats: true,
  },
  selectAll: {
    name: 'Select all',
    group: 'Select',
    place: 'list',
    keys: { gmail: ['* a'], superhuman: ['Mod+a'] },
  },
  clearSelection: { name: 'Select nothing', group: 'Select', place: 'list', keys: both('* n') },

  reply: {
    name: 'Reply',
    group: 'Write',
    place: 'anywhere',
    keys: { gmail: ['r'], superhuman: ['r', 'a'] },
  },
  sendAndDone: {
    name: 'Send and done',
    group: 'Write',
    place: 'conversation',
    keys: { gmail: ['Mod+Enter'], superhuman: ['Mod+Enter', 'Mod+Shift+Enter'] },
  },
  newConversation: { name: 'New conversation', group: 'Write', place: 'anywhere', keys: both('c') },
  openOnLinkedIn: { name: 'Open on LinkedIn', group: 'Write', place: 'anywhere', keys: both('Shift+l') },
  copyLink: { name: 'Copy link to conversation', group: 'Write', place: 'anywhere', keys: both('Shift+c') },

  goInbox: { name: 'Inbox', group: 'Go to', place: 'anywhere', keys: both('g i') },
  goUnread: { name: 'Unread', group: 'Go to', place: 'anywhere', keys: both('g u') },
  goWaitingMe: { name: 'Waiting for me', group: 'Go to', place: 'anywhere', keys: both('g w') },
  goWaitingThem: { name: 'Waiting for them', group: 'Go to', place: 'anywhere', keys: both('g t') },
  goStarred: { name: 'Starred', group: 'Go to', place: 'anywhere', keys: both('g s') },
  goSnoozed: {
    name: 'Snoozed',
    group: 'Go to',
    place: 'anywhere',
    keys: { gmail: ['g h', 'g b'], superhuman: ['g h'] },
  },
  goDone: { name: 'Done', group: 'Go to', place: 'anywhere', keys: both('g e') },
  goSettings: { name: 'Settings', group: 'Go to', place: 'anywhere', keys: both('g ,') },

  search: { name: 'Search messages', group: 'Everywhere', place: 'anywhere', keys: both('/') },
  palette: { name: 'Command palette', group: 'Everywhere', place: 'anywhere', keys: both('Mod+k') },
  keySheet: { name: 'Keyboard shortcuts', group: 'Everywhere', place: 'anywhere', keys: both('?') },
  syncNow: { name: 'Sync now', group: 'Everywhere', place: 'anywhere', keys: both('Shift+r') },
} satisfies Record<string, ActionRow>

export type ActionId = keyof typeof TABLE

export interface Action extends ActionRow {
  id: ActionId
}

/** All actions, in the order in which they are shown. */
export const ACTIONS: readonly Action[] = Object.entries<ActionRow>(TABLE).map(([id, row]) => ({
  id: id as ActionId,
  ...row,
}))

export const KEY_PROFILES: readonly { value: KeyProfile; name: string }[] = [
  { value: 'gmail', name: 'Gmail-like' },
  { value: 'superhuman', name: 'Superhuman-like' },
]
