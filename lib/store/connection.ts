import type Dexie from 'dexie'
import { isFullError } from '../domain/storageTrouble.ts'

/**
 * How this context stands with the database. 'blocked': another context still holds it in the version before.
 * 'outdated': another context wants it in a newer version than this code knows. 'full': there is no room to open it.
 * 'refused': the browser does not let us have one.
 */
export type ConnectionState = 'opening' | 'open' | 'blocked' | 'outdated' | 'full' | 'refused'

/** Pages have this long (ms) to put on the disk what is typed before a newer version takes the database over. */
const PARTING_MS = 500

/** Follows a database from its first opening on, for whoever has to tell the user. */
export class Connection {
  #state: ConnectionState = 'opening'
  readonly #listeners = new Set<() => void>()

  constructor(db: Dexie) {
    db.on('blocked', () => this.#move('blocked'))
    db.on('versionchange', ({ newVersion }) => {
      // Deleted rather than upgraded: Dexie lets go at once, which is what we want.
      if (newVersion === null || newVersion === 0) return
      this.#move('outdated')
      setTimeout(() => db.close(), PARTING_MS)
      return false
    })
  }

  readonly getState = (): ConnectionState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back when a database that was taken from us is there again, perhaps empty; returns the way to stop. */
  onReopened(handle: () => void): () => void {
    let before = this.#state
    let opened = before === 'open'
    return this.subscribe(() => {
      const now = this.#state
      if (opened && now === 'open' && before !== 'open') handle()
      opened ||= now === 'open'
      before = now
    })
  }

  /** Takes note of how an opening ends. */
  follow(opening: PromiseLike<unknown>): void {
    this.#move('opening')
    opening.then(
      () => this.#move('open'),
      (error: unknown) => {
        // Called off by ourselves.
        if ((error as Error | null)?.name === 'DatabaseClosedError') return
        this.#move(isFullError(error) ? 'full' : 'refused')
      },
    )
  }

  #move(state: ConnectionState): void {
    // Outdated it stays until this code is loaded anew.
    if (state === this.#state || this.#state === 'outdated') return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
