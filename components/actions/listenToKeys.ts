import { flushSync } from 'react-dom'
import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts'
import { insertAtCaret } from '../ui/insertAtCaret.ts'
import { onMac } from '../ui/onMac.ts'
import type { ActionRegistry } from './ActionRegistry.ts'
import { ACTIONS, type ActionId, type KeyPress } from './actionTable.ts'
import { belongsElsewhere, isWritten, OPEN } from './belongsElsewhere.ts'
import { type KeyChoice, type Keymap, keymapOf } from './keymap.ts'
import { pressOf } from './keyPress.ts'

/** How long (ms) after a key the next one of a sequence may come. */
const SEQUENCE_MS = 1_000

/** So long (ms) a key waits for a part of the page that is on its way. */
const PATIENCE_MS = 3_000

const OPENING = new Set(ACTIONS.filter(({ opens }) => opens).map(({ id }) => id))
const REPEATING = new Set(ACTIONS.filter(({ repeats }) => repeats).map(({ id }) => id))

interface WaitingKey {
  readonly event: KeyboardEvent
  readonly press: KeyPress
  /** What it means; null until those before it are done. */
  ids: readonly ActionId[] | 'begun' | null
  isPatient: boolean
}

/**
 * Has the keys of a page do what its features registered. Gives the way to stop.
 * @param early keys that were pressed before anybody listened
 */
export function listenToKeys(
  registry: ActionRegistry,
  readChoice: () => KeyChoice | undefined,
  early: readonly KeyboardEvent[] = [],
): () => void {
  const mac = onMac()
  const keymap = keepKeymap()
  const waiting: WaitingKey[] = []
  /** A sequence so far, and when (ms, as events count) its last key came. */
  let begun: { whole: KeyPress; at: number } | null = null
  let handedOn: KeyboardEvent | null = null

  function hear(event: KeyboardEvent): void {
    const press = pressOf(event, mac)
    if (press === null || event.defaultPrevented || event === handedOn) return
    if (leavesField(event, press)) return
    // A blank behind a key that waits is typed like the letters around it, and presses no button.
    const isBlank = press === 'Space' && (waiting.length > 0 || registry.expectsText)
    if (belongsElsewhere(event, isBlank ? ' ' : press)) {
      begun = null
      return
    }
    const writes = isTyped(event, press)
    if (writes && registry.expectsText) {
      begun = null
      wait({ event, press, ids: [] })
      return
    }
    if (waiting.length > 0) {
      // Whatever it is: a key before it may be about to open what this one is meant for.
      if (writes || keysNow().actions.has(press)) wait({ event, press, ids: null })
      return
    }
    const ids = actionsOf(event, press)
    if (ids === 'begun' || registry.run(ids)) event.preventDefault()
    else if (registry.expects && (ids.length > 0 || writes)) wait({ event, press, ids })
  }

  const keysNow = () => keymap(readChoice() ?? DEFAULT_SETTINGS)

  /** What a key means, after those before it. */
  function actionsOf(event: KeyboardEvent, press: KeyPress): readonly ActionId[] | 'begun' {
    const { actions, beginnings } = keysNow()
    // A key that does not go on with what was begun does nothing: half a sequence must not become another action.
    const goesOn = begun && event.timeStamp - begun.at < SEQUENCE_MS ? `${begun.whole} ` : ''
    const whole = goesOn + press
    const begins = beginnings.has(whole) && !event.repeat
    begun = begins ? { whole, at: event.timeStamp } : null
    if (begins) return 'begun'
    return (actions.get(whole) ?? []).filter((id) => !event.repeat || REPEATING.has(id))
  }

  function wait(key: Omit<WaitingKey, 'isPatient'>): void {
    key.event.preventDefault()
    const waits = { ...key, isPatient: true }
    waiting.push(waits)
    setTimeout(() => {
      waits.isPatient = false
      goOn()
    }, PATIENCE_MS)
  }

  /** Does what waits, in the order of the keys, up to one that still has to wait. */
  function goOn(): void {
    let hasDone = false
    for (let [next] = waiting; next; [next] = waiting) {
      const goesElsewhere = hasDone || isWritten(document.activeElement ?? document.body)
      if (!goesElsewhere || !handOn(next)) {
        next.ids ??= actionsOf(next.event, next.press)
        const { ids, isPatient } = next
        // What the page became by one key is what the next one acts on.
        const isDone = isPatient && (ids === 'begun' || flushSync(() => registry.run(ids)))
        if (isPatient && !isDone && registry.expects) return
        if (ids !== 'begun' && ids.some((id) => OPENING.has(id))) {
          // What comes behind it is meant for what it opens, and no action, however late that comes or if it never does.
          if (isDone) for (const behind of waiting) behind.ids ??= []
          else waiting.length = 0
        }
        hasDone ||= isDone && ids !== 'begun'
      }
      waiting.shift()
    }
  }

  /** Gives a key to whom one before it gave the floor: a box to type in, a menu, what is about to be there. False where nobody has it. */
  function handOn({ event, press }: WaitingKey): boolean {
    const target = document.activeElement ?? document.body
    handedOn = new KeyboardEvent('keydown', event)
    target.dispatchEvent(handedOn)
    if (handedOn.defaultPrevented) return true
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isWritten(target))) {
      if (isTyped(event, press)) insertAtCaret(target, event.key)
      return true
    }
    return document.querySelector(OPEN) !== null
  }

  // Not while React is still putting in what was added.
  registry.onChanged = () => queueMicrotask(goOn)
  for (const event of early) hear(event)
  window.addEventListener('keydown', hear)
  return () => {
    window.removeEventListener('keydown', hear)
    registry.onChanged = null
  }
}

/** Escape leaves the field that is written in, so that the keys are actions again. */
function leavesField(event: KeyboardEvent, press: string): boolean {
  const { target } = event
  const leaves = press === 'Escape' && target instanceof HTMLElement && isWritten(target)
  if (!leaves || belongsElsewhere(event, 'Mod+Escape')) return false
  target.blur()
  event.preventDefault()
  return true
}

/** Whether it writes something. */
function isTyped({ key }: KeyboardEvent, press: KeyPress): boolean {
  return [...key].length === 1 && !press.startsWith('Mod+')
}

function keepKeymap(): (choice: KeyChoice) => Keymap {
  let kept: { choice: KeyChoice; keymap: Keymap } | null = null
  return (choice) => {
    if (kept?.choice !== choice) kept = { choice, keymap: keymapOf(choice) }
    return kept.keymap
  }
}
