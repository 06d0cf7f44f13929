import { flushSync } from 'react-dom'
import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts'
import { onMac } from '../ui/onMac.ts'
import type { ActionRegistry } from './ActionRegistry.ts'
import { ACTIONS, type ActionId } from './actionTable.ts'
import { belongsElsewhere, isWritten } from './belongsElsewhere.ts'
import { type KeyChoice, type Keymap, keymapOf } from './keymap.ts'
import { pressOf } from './keyPress.ts'

/** How long (ms) after a key the next one of a sequence may come. */
const SEQUENCE_MS = 1_000

/** So long (ms) a key waits for a part of the page that is on its way. */
const PATIENCE_MS = 3_000

const REPEATING = new Set(ACTIONS.filter(({ repeats }) => repeats).map(({ id }) => id))

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
  const waiting: { ids: ActionId[]; isPatient: boolean }[] = []
  let begun = ''
  let begunAt = 0

  function hear(event: KeyboardEvent): void {
    const press = pressOf(event, mac)
    if (press === null || event.defaultPrevented) return
    if (leavesField(event, press)) return
    if (belongsElsewhere(event, press)) {
      begun = ''
      return
    }
    const { actions, beginnings } = keymap(readChoice() ?? DEFAULT_SETTINGS)
    // A key that does not go on with what was begun does nothing: half a sequence must not become another action.
    const goesOn = begun !== '' && event.timeStamp - begunAt < SEQUENCE_MS
    const whole = goesOn ? `${begun} ${press}` : press
    const begins = beginnings.has(whole) && !event.repeat
    begun = begins ? whole : ''
    begunAt = event.timeStamp
    if (begins) {
      event.preventDefault()
      return
    }
    const ids = (actions.get(whole) ?? []).filter((id) => !event.repeat || REPEATING.has(id))
    if (ids.length === 0) return
    const isDone = waiting.length === 0 && registry.run(ids)
    const waits = !isDone && (waiting.length > 0 || registry.expects)
    if (isDone || waits) event.preventDefault()
    if (!waits) return
    const key = { ids, isPatient: true }
    waiting.push(key)
    setTimeout(() => {
      key.isPatient = false
      goOn()
    }, PATIENCE_MS)
  }

  /** Does what waits, in the order of the keys, up to one that still has to wait. */
  function goOn(): void {
    for (let [next] = waiting; next; [next] = waiting) {
      const { ids, isPatient } = next
      // What the page became by one key is what the next one acts on.
      const isDone = isPatient && flushSync(() => registry.run(ids))
      if (isPatient && !isDone && registry.expects) return
      waiting.shift()
    }
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

function keepKeymap(): (choice: KeyChoice) => Keymap {
  let kept: { choice: KeyChoice; keymap: Keymap } | null = null
  return (choice) => {
    if (kept?.choice !== choice) kept = { choice, keymap: keymapOf(choice) }
    return kept.keymap
  }
}
