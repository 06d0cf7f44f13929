import type { ActionId } from './actionTable.ts'

/** Does it now; where it gives false, it does nothing here after all, and who stands further out may. */
export type ActionHandler = () => unknown

/** A part of the page with actions of its own. */
export interface Scope {
  /** How far inside; 0 is the whole page. */
  depth: number
  element: () => Element | null
}

interface Entry {
  id: ActionId
  scope: Scope
  /** What it does now; null while it does nothing, so that who stands further out may. */
  handler: () => ActionHandler | null
}

/** What each action does now, as the features on the page have said. */
export class ActionRegistry {
  readonly #entries: Entry[] = []
  readonly #toCome = new Set<{ forText: boolean }>()
  /** Told of what is added, and of what is no longer to come. */
  onChanged: (() => void) | null = null

  /** Whether parts of the page that have actions of their own are on their way. */
  get expects(): boolean {
    return this.#toCome.size > 0
  }

  /** Whether what is typed now is meant for a box that is on its way. */
  get expectsText(): boolean {
    return [...this.#toCome].some(({ forText }) => forText)
  }

  /** Says that such a part is on its way, and whether to be typed in. Gives the way to say that it no longer is. */
  expect(forText = false): () => void {
    const part = { forText }
    this.#toCome.add(part)
    return () => {
      this.#toCome.delete(part)
      this.onChanged?.()
    }
  }

  /** Gives the way to take it back. */
  add(entry: Entry): () => void {
    this.#entries.push(entry)
    this.onChanged?.()
    return () => {
      this.#entries.splice(this.#entries.indexOf(entry), 1)
    }
  }

  /**
   * Does the first of these actions that does something where the user is: in the part that holds the focus before any
   * other, further inside before further out, later registered before earlier. False where none does.
   */
  run(ids: readonly ActionId[]): boolean {
    const ranked = this.#entries
      .filter(({ id }) => ids.includes(id))
      .map(({ scope, handler }, at) => ({ rank: rankOf(scope), at, handler: handler() }))
      .sort((a, b) => b.rank - a.rank || b.at - a.at)
    return ranked.some(({ handler }) => handler !== null && handler() !== false)
  }

  /** The actions that do something now. */
  available(): Set<ActionId> {
    return new Set(this.#entries.filter(({ handler }) => handler() !== null).map(({ id }) => id))
  }
}

const FOCUSED = 1000

function rankOf({ depth, element }: Scope): number {
  const holdsFocus = depth > 0 && element()?.contains(document.activeElement) === true
  return depth + (holdsFocus ? FOCUSED : 0)
}
