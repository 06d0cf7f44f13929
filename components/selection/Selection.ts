/** Which conversations of a list are chosen, so that something can be done with all of them at once. */
export class Selection {
  #ids: readonly string[] = []
  /** From where on Shift selects. */
  #anchor: string | null = null
  readonly #listeners = new Set<() => void>()

  readonly getIds = (): readonly string[] => this.#ids

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  has(id: string): boolean {
    return this.#ids.includes(id)
  }

  toggle(id: string): void {
    this.#anchor = id
    this.#set(this.has(id) ? this.#ids.filter((one) => one !== id) : [...this.#ids, id])
  }

  /** Chooses all from the last chosen one to this, in the order of the list. */
  extendTo(id: string, order: readonly string[]): void {
    const from = order.indexOf(this.#anchor ?? id)
    const to = order.indexOf(id)
    if (from === -1 || to === -1) this.toggle(id)
    else this.add(order.slice(Math.min(from, to), Math.max(from, to) + 1))
  }

  add(ids: readonly string[]): void {
    this.#set([...new Set([...this.#ids, ...ids])])
  }

  clear(): void {
    this.#anchor = null
    this.#set([])
  }

  #set(ids: readonly string[]): void {
    if (ids.length === this.#ids.length && ids.every((id, at) => id === this.#ids[at])) return
    this.#ids = ids
    for (const listener of this.#listeners) listener()
  }
}
