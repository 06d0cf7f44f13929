import type { Message } from './types'

export interface PageQuery {
  count: number
  /** Only messages older than this (ms). */
  before?: number | undefined
  /** Only messages newer than this (ms). */
  since?: number | undefined
  sinceInclusive?: boolean | undefined
  keep?: ((message: Message) => boolean) | undefined
}

/**
 * The messages of one conversation, newest first. The generated past is pulled from `past` only as far
 * as somebody reads, so a world of 200,000 messages costs nothing until it is scrolled.
 */
export class Thread {
  readonly #rows: Message[] = []
  readonly #past: Iterator<Message>
  #unread: number

  constructor(past: Iterable<Message>, length: number) {
    this.#past = past[Symbol.iterator]()
    this.#unread = length
  }

  get length(): number {
    return this.#rows.length + this.#unread
  }

  /** The message at a place counted from the newest. */
  at(index: number): Message | undefined {
    while (this.#rows.length <= index && this.#pull()) {
      // pulls one older message a turn
    }
    return this.#rows[index]
  }

  all(): Message[] {
    this.at(Number.MAX_SAFE_INTEGER)
    return [...this.#rows]
  }

  /** One page towards the past. Never splits equal timestamps: a timestamp cursor would lose the rest. */
  page(query: PageQuery): { rows: Message[]; more: boolean } {
    const rows: Message[] = []
    const isNew = (m: Message): boolean =>
      query.since === undefined || (query.sinceInclusive ? m.sentAt >= query.since : m.sentAt > query.since)
    for (let i = query.before === undefined ? 0 : this.#firstOlderThan(query.before); ; i++) {
      const message = this.at(i)
      if (!message || !isNew(message)) return { rows, more: false }
      if (query.keep && !query.keep(message)) continue
      if (rows.length >= query.count && message.sentAt !== rows.at(-1)?.sentAt) return { rows, more: true }
      rows.push(message)
    }
  }

  insert(message: Message): void {
    let place = 0
    for (let row = this.at(0); row && row.sentAt > message.sentAt; row = this.at(place)) place++
    this.#rows.splice(place, 0, message)
  }

  remove(key: string): boolean {
    const place = this.all().findIndex((m) => m.key === key)
    if (place >= 0) this.#rows.splice(place, 1)
    return place >= 0
  }

  #pull(): boolean {
    const next = this.#past.next()
    if (next.done) {
      this.#unread = 0
      return false
    }
    this.#rows.push(next.value)
    this.#unread--
    return true
  }

  #firstOlderThan(time: number): number {
    while ((this.#rows.at(-1)?.sentAt ?? Number.POSITIVE_INFINITY) >= time && this.#pull()) {
      // pulls one older message a turn
    }
    let low = 0
    let high = this.#rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#rows[middle] as Message).sentAt < time) high = middle
      else low = middle + 1
    }
    return low
  }
}
