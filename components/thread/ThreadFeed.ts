import { keepSame } from '../../lib/domain/keepSame.ts'
import type { Message } from '../../lib/domain/message.ts'
import type { Database } from '../../lib/store/database.ts'
import type { NewestScreen } from '../../lib/store/queries/newestScreen.ts'
import {
  messageOf,
  messagesBefore,
  messagesBetween,
  messagesFrom,
  type Place,
} from '../../lib/store/queries/thread.ts'
import { afterPaint } from '../hooks/afterPaint.ts'

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
  /** The message after the last row; null where the last row is the newest message. */
  after: Message | null
  /** The cache holds older ones: `extend` would bring them. */
  more: boolean
  failed: boolean
}

const NOTHING: FeedState = { ready: false, rows: [], before: null, after: null, more: false, failed: false }

/**
 * What a feed begins with.
 * @param at the id of the message to begin around; null for the newest
 * @param first what is known already of a thread that begins with the newest
 */
export function firstState(
  at: string | null,
  first: Pick<NewestScreen, 'messages' | 'before'> | null,
): FeedState {
  if (at !== null || !first || first.messages.length === 0) return NOTHING
  const { messages: rows, before } = first
  return { ...NOTHING, ready: true, rows, before, more: before !== null }
}

interface Page {
  from: Place
  /** Not among its rows; null for all there are, and those that come. */
  to: Place | null
  rows: readonly Message[]
  answered: boolean
  /** A page is shown together with what is known below it, or its first group would change the moment after. */
  shown: boolean
  stop: () => void
}

/**
 * The cached messages of a thread, read in pages: from the newest backwards, or from around a message in both
 * directions. Each page is a live query of its own over a closed range of keys and only the newest one is open, so
 * that a new message reads one page again, however far back one scrolled.
 */
export class ThreadFeed {
  #state: FeedState
  /** Newest first. */
  readonly #pages: Page[] = []
  readonly #listeners = new Set<() => void>()
  #stopProbe: (() => void) | null = null
  #extending = false
  #extendingDown = false
  /** Counts openings: an answer that belongs to an earlier one is dropped. */
  #run = 0

  constructor(
    private readonly db: Database,
    private readonly conversationId: string,
    private readonly at: string | null = null,
    first: Pick<NewestScreen, 'messages' | 'before'> | null = null,
  ) {
    this.#state = firstState(at, first)
  }

  readonly getState = (): FeedState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  open(): void {
    this.#run++
    const first = this.#state.rows[0]
    if (this.at === null && first) this.#watchFirst(placeOf(first), this.#run)
    else if (this.at === null) this.extend()
    else void this.#openAround(this.at, this.#run).catch(() => this.#fail())
  }

  close(): void {
    this.#run++
    for (const stop of [this.#stopProbe, ...this.#pages.map((page) => page.stop)]) {
      // Not heard any more from here on; to end them takes time, which the thread in its place needs first.
      if (stop) void afterPaint().then(stop)
    }
    this.#stopProbe = null
    this.#pages.length = 0
    this.#extending = false
    this.#extendingDown = false
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
        if (first) this.#addPage(placeOf(first), this.#oldest())
        else {
          this.#extending = false
          if (this.#pages.length === 0) this.#probe()
        }
      },
      () => run === this.#run && this.#fail(),
    )
  }

  /** Brings the next newer page of the cache, where there is one. */
  readonly extendDown = (): void => {
    const from = this.#pages[0]?.to
    if (!from || this.#extendingDown || !this.#state.ready) return
    this.#extendingDown = true
    const run = this.#run
    messagesFrom(this.db, this.conversationId, from, PAGE + 1).then(
      (rows) => {
        if (run !== this.#run) return
        const after = rows[PAGE] ?? null
        const page = this.#watchPage(from, after && placeOf(after), () => {
          page.shown = true
          this.#extendingDown = false
          this.#publish({ after })
        })
        this.#pages.unshift(page)
      },
      () => run === this.#run && this.#fail(),
    )
  }

  /** What is shown already is watched once it was painted, and only then does more come. */
  #watchFirst(from: Place, run: number): void {
    this.#extending = true
    void afterPaint().then(() => run === this.#run && this.#addPage(from, null))
  }

  async #openAround(at: string, run: number): Promise<void> {
    const { db, conversationId } = this
    const message = await messageOf(db, conversationId, at)
    if (run !== this.#run) return
    // Recalled, or not in the cache any more.
    if (!message) return this.#probe()
    const place = placeOf(message)
    const [older, rest] = await Promise.all([
      messagesBefore(db, conversationId, place, PAGE),
      messagesFrom(db, conversationId, place, PAGE + 1),
    ])
    if (run !== this.#run) return
    const after = rest[PAGE] ?? null
    this.#state = { ...this.#state, after }
    this.#addPage(placeOf(older[0] ?? message), after && placeOf(after))
  }

  #addPage(from: Place, to: Place | null): void {
    this.#stopProbe?.()
    this.#pages.push(this.#watchPage(from, to, () => this.#probe()))
  }

  #watchPage(from: Place, to: Place | null, onFirstAnswer: () => void): Page {
    const rows = this.#pages.length === 0 ? this.#state.rows : []
    const page: Page = { from, to, rows, answered: false, shown: false, stop: () => undefined }
    page.stop = this.#watch(
      () => messagesBetween(this.db, this.conversationId, from, to),
      (rows) => {
        const isFirst = !page.answered
        page.rows = keepSame(page.rows, rows)
        page.answered = true
        if (page.shown) this.#publish({})
        else if (isFirst) onFirstAnswer()
      },
    )
    return page
  }

  /** Watches for what lies below the oldest page. */
  #probe(): void {
    this.#stopProbe?.()
    const oldest = this.#oldest()
    let isFirst = true
    this.#stopProbe = this.#watch(
      () => messagesBefore(this.db, this.conversationId, oldest, 1),
      ([before = null]) => {
        if (oldest === null && before !== null) return this.extend()
        // Told again because something changed, it says nothing of a page that is on its way since.
        if (isFirst) this.#extending = false
        isFirst = false
        const isNewPage = this.#pages.at(-1)?.shown === false
        const oldestPage = this.#pages.at(-1)
        if (oldestPage) oldestPage.shown = true
        this.#publish({ ready: true, more: before !== null, failed: false, ...(isNewPage ? { before } : {}) })
      },
    )
  }

  /** Hears of it as long as this opening lasts. */
  #watch<T>(query: () => Promise<T>, onResult: (result: T) => void): () => void {
    const run = this.#run
    return this.db.watch(
      query,
      (result) => run === this.#run && onResult(result),
      () => run === this.#run && this.#fail(),
    )
  }

  #oldest(): Place | null {
    return this.#pages.at(-1)?.from ?? null
  }

  #fail(): void {
    this.#extending = false
    this.#extendingDown = false
    this.#publish({ ready: true, failed: true })
  }

  #publish(change: Partial<FeedState>): void {
    const rows = this.#pages.flatMap((page) => (page.shown ? [page.rows] : [])).reverse()
    this.#state = { ...this.#state, ...change, rows: rows.flat() }
    for (const listener of this.#listeners) listener()
  }
}

function placeOf({ sentAt, key }: Message): Place {
  return { sentAt, key }
}
