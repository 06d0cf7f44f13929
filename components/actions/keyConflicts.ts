import { ACTIONS, type Action, type KeyPress } from './actionTable.ts'
import { type KeyChoice, keysOf } from './keymap.ts'

/** Keys of browsers and systems that no page gets, or that nobody would want to lose. */
const TAKEN = /^(Mod\+(Shift\+)?[nqtw]|Mod\+[clrvx1-9]|Tab|Shift\+Tab|F\d+|Space|Enter|Escape)$/

/** The actions that a key already belongs to, or that the browser keeps it. */
export type KeyConflict = { kind: 'actions'; actions: readonly Action[] } | { kind: 'browser' }

/**
 * Why a key or sequence cannot be given to an action: others have it where both may apply, one is the beginning of the
 * other, or the browser keeps it. Null where it is free.
 */
export function conflictOf(press: KeyPress, target: Action, choice: KeyChoice): KeyConflict | null {
  const own = target.keys[choice.keyProfile]?.includes(press)
  if (!own && press.split(' ').some((key) => TAKEN.test(key))) return { kind: 'browser' }
  const actions = ACTIONS.filter(
    (action) =>
      action.id !== target.id &&
      meet(action, target) &&
      keysOf(action, choice).some((other) => clash(other, press)),
  )
  return actions.length > 0 ? { kind: 'actions', actions } : null
}

/** The user's own keys after an action was given a key, which is taken from whatever action had it. */
export function ownKeysWith(press: KeyPress, target: Action, choice: KeyChoice): Record<string, string[]> {
  const conflict = conflictOf(press, target, choice)
  const losers = conflict?.kind === 'actions' ? conflict.actions : []
  const left = losers.map((action) => [
    action.id,
    keysOf(action, choice).filter((other) => !clash(other, press)),
  ])
  return { ...mutable(choice.ownKeys), ...Object.fromEntries(left), [target.id]: [press] }
}

function mutable(ownKeys: KeyChoice['ownKeys']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(ownKeys).map(([id, keys]) => [id, [...keys]]))
}

function meet(one: Action, other: Action): boolean {
  return one.place === other.place || one.place === 'anywhere' || other.place === 'anywhere'
}

function clash(one: KeyPress, other: KeyPress): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `)
}
