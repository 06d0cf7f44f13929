import { ACTIONS, type Action, type ActionId, type KeyPress, type KeyProfile } from './actionTable.ts'

/** What the user chose about keys. */
export interface KeyChoice {
  keyProfile: KeyProfile
  /** By action, the keys it has instead of the profile's. Ids that no action has any more are left alone. */
  ownKeys: Readonly<Record<string, readonly KeyPress[]>>
}

/** The keys of an action as the user has them. */
export function keysOf(action: Action, choice: KeyChoice): readonly KeyPress[] {
  const own = Object.hasOwn(choice.ownKeys, action.id) ? choice.ownKeys[action.id] : undefined
  // What is kept may be older than this code, or broken.
  return Array.isArray(own) ? own : (action.keys[choice.keyProfile] ?? action.keys.gmail)
}

export interface Keymap {
  /** The actions of a key or sequence. */
  actions: ReadonlyMap<KeyPress, readonly ActionId[]>
  /** What sequences begin with, up to each of their blanks. */
  beginnings: ReadonlySet<KeyPress>
}

/** All keys as the user has them. */
export function keymapOf(choice: KeyChoice): Keymap {
  const actions = new Map<KeyPress, ActionId[]>()
  const beginnings = new Set<KeyPress>()
  for (const action of ACTIONS) {
    for (const press of keysOf(action, choice)) {
      actions.set(press, [...(actions.get(press) ?? []), action.id])
      const keys = press.split(' ')
      for (let count = 1; count < keys.length; count++) beginnings.add(keys.slice(0, count).join(' '))
    }
  }
  return { actions, beginnings }
}
