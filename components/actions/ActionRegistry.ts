import type { ActionId } from './actionTable.ts'

/** Does it now. */
export type ActionHandler = () => void

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

  /** Gives the way to take it back. */
  add(entry: Entry): () => void {
    this.#entries.push(entry)
    return () => {
      this.#entries.splice(this.#entries.indexOf(entry), 1)
    }
  }

  /**
   * The handler of the first of these actions that does something where the user is: in the part that holds the focus
   * before any other, further inside before further out, later registered before earlier. Null where none does.
   */
  find(ids: readonly ActionId[]): ActionHandler | null {
    let best: { rank: number; handler: ActionHandler } | null = null
    for (const { id, scope, handler } of this.#entries) {
      if (!ids.includes(id)) continue
      const does = handler()
      const rank = rankOf(scope)
      if (does && (!best || rank >= best.rank)) best = { rank, handler: does }
    }
    return best?.handler ?? null
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
