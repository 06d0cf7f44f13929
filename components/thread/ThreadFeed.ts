import type { Message } from '../../lib/domain/message.ts'
import type { Database } from '../../lib/store/database.ts'
import { messagesBefore, messagesBetween, type Place } from '../../lib/store/queries/thread.ts'
import { watch } from '../../lib/store/watch.ts'

const PAGE = 100

/** What of a thread's cached messages is on the page. */
export interface FeedState {
  /** False until the first answer. */
  ready: boolean
  /** Oldest first. */
  rows: readonly Message[]
  /**
   * The message before the first row, if it was known when that row came in. It stays what it was until the next page
   * comes, as the first row's day and group depend on it and must not change while it is looked at.
   */
  before: Message | null
  /** The cache holds older ones: `extend` would bring them. */
  more: boolean
  failed: boolean
}

interface Page {
  from: Place
  rows: readonly Message[]
  /** A page is shown together with what is known below it, or its first group would change the moment after. */
  shown: boolean
  stop: () => void
}

/**
 * The cached messages of a thread, read backwards in pages. Each page is a live query of its own over a closed range
 * of keys and only the newest one is open, so that a new message reads one page again, however far back one scrolled.
 */
export class ThreadFeed {
  #state: FeedState = { ready: false, rows: [], before: null, more: false, failed: false }
  /** Newest first. */
  readonly #pages: Page[] = []
  readonly #listeners = new Set<() => void>()
  #stopProbe: (() => void) | null = null
  #extending = false
  /** Counts openings: an answer that belongs to an earlier one is dropped. */
  #run = 0

  constructor(
    private readonly db: Database,
    private readonly conversationId: string,
  ) {}

  readonly getState = (): FeedState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  open(): void {
    this.#run++
    this.extend()
  }

  close(): void {
    this.#run++
    this.#stopProbe?.()
    for (const page of this.#pages) page.stop()
    this.#pages.length = 0
    this.#extending = false
  }

  /** Brings the next older page of the cache; does nothing while one is on its way or where there is none. */
  readonly extend = (): void => {
    if (this.#extending) return
    this.#extending = true
    const run = this.#run
    messagesBefore(this.db, this.conversationId, this.#oldest(), PAGE).then(
      (rows) => {
        const first = rows[0]
        if (run !== this.#run) return
        if (first) this.#addPage({ sentAt: first.sentAt, key: first.key })
        else {
          this.#extending = false
          if (this.#pages.length === 0) this.#probe()
        }
      },
      () => run === this.#run && this.#fail(),
    )
  }

  #addPage(from: Place): void {
    const to = this.#oldest()
    this.#stopProbe?.()
    const page: Page = { from, rows: [], shown: false, stop: () => undefined }
    this.#pages.push(page)
    page.stop = watch(
      () => messagesBetween(this.db, this.conversationId, from, to),
      (rows) => {
        const isFirstAnswer = page.rows.length === 0
        page.rows = rows
        if (page.shown) this.#publish({})
        else if (isFirstAnswer) this.#probe()
      },
      () => this.#fail(),
    )
  }

  /** Watches for what lies below the oldest page. */
  #probe(): void {
    this.#stopProbe?.()
    const oldest = this.#oldest()
    this.#stopProbe = watch(
      () => messagesBefore(this.db, this.conversationId, oldest, 1),
      ([before = null]) => {
        if (oldest === null && before !== null) return this.extend()
        this.#extending = false
        const isNewPage = this.#pages.at(-1)?.shown === false
        for (const page of this.#pages) page.shown = true
        this.#publish({ ready: true, more: before !== null, failed: false, ...(isNewPage ? { before } : {}) })
      },
      () => this.#fail(),
    )
  }

  #oldest(): Place | null {
    return this.#pages.at(-1)?.from ?? null
  }

  #fail(): void {
    this.#extending = false
    this.#publish({ ready: true, failed: true })
  }

  #publish(change: Partial<FeedState>): void {
    const rows = this.#pages.flatMap((page) => (page.shown ? [page.rows] : [])).reverse()
    this.#state = { ...this.#state, ...change, rows: rows.flat() }
    for (const listener of this.#listeners) listener()
  }
}
