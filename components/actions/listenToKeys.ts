import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts'
import { onMac } from '../ui/onMac.ts'
import type { ActionRegistry } from './ActionRegistry.ts'
import { ACTIONS, type ActionId } from './actionTable.ts'
import { belongsElsewhere, isWritten } from './belongsElsewhere.ts'
import { type KeyChoice, type Keymap, keymapOf } from './keymap.ts'
import { pressOf } from './keyPress.ts'

/** How long (ms) after a key the next one of a sequence may come. */
const SEQUENCE_MS = 1_000

/** What a key does may be loaded later than the page; until so long (ms) after it began to listen, keys wait for it. */
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
  const impatientAt = performance.now() + PATIENCE_MS
  let waiting: ActionId[][] = []
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
    if (waiting.length === 0 && registry.run(ids)) event.preventDefault()
    else if (performance.now() < impatientAt) waiting.push(ids)
  }

  function goOn(): void {
    if (performance.now() > impatientAt) waiting = []
    while (waiting[0] && registry.run(waiting[0])) waiting.shift()
  }

  // Not while React is still putting in what was added.
  registry.onAdded = () => queueMicrotask(goOn)
  for (const event of early) hear(event)
  window.addEventListener('keydown', hear)
  return () => {
    window.removeEventListener('keydown', hear)
    registry.onAdded = null
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
