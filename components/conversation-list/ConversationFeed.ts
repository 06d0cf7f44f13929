import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Database } from '../../lib/store/database.ts'
import type { ListRequest } from '../../lib/store/queries/conversations.ts'
import { shownConversations } from '../../lib/store/queries/shownConversations.ts'

const PAGE = 100
const ALL = Number.POSITIVE_INFINITY

/** What of a list is on the page. */
export interface ListState {
  /** False until the first answer. */
  ready: boolean
  /** Newest activity first. */
  rows: readonly Conversation[]
  /** There are more: `extend` would bring them. */
  more: boolean
  /** Why it could not be read; null while it can. */
  error: unknown
}

/** A list that nobody has read yet. */
export const NOT_READ: ListState = { ready: false, rows: [], more: false, error: null }

interface Page {
  /** It holds what was last active from here on, up to where the page above begins, server ms. */
  from: number
  rows: readonly Conversation[]
  /** Its query runs, and what it gave last is about to be replaced. */
  busy: boolean
  stop: () => void
}

/**
 * A list of conversations, read downwards in pages. Each page is a live query of its own over a closed stretch of time
 * and only the newest one is open: what changes reads its own page again, however far down one scrolled.
 */
export class ConversationFeed {
  #state = NOT_READ
  /** Newest first. */
  readonly #pages: Page[] = []
  readonly #listeners = new Set<() => void>()
  #extending = false
  /** Counts openings: an answer that belongs to an earlier one is dropped. */
  #run = 0

  constructor(
    private readonly db: Database,
    private readonly request: Pick<ListRequest, 'filter' | 'accountId'>,
  ) {}

  readonly getState = (): ListState => this.#state

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
    for (const page of this.#pages) page.stop()
    this.#pages.length = 0
    this.#extending = false
  }

  /** Brings the next page; does nothing while one is on its way or where there is none. */
  readonly extend = (): void => {
    const above = this.#pages.at(-1)
    if (this.#extending || above?.from === -ALL) return
    this.#extending = true
    const run = this.#run
    const before = above ? { before: above.from } : {}
    shownConversations(this.db, { ...this.request, ...before, limit: PAGE }).then(
      (rows) => run === this.#run && this.#addPage(rows, before),
      (error: unknown) => run === this.#run && this.#publish({ error }),
    )
  }

  #addPage(rows: readonly Conversation[], before: { before?: number }): void {
    this.#extending = false
    const from = lowerEnd(rows)
    const page: Page = {
      from,
      rows: rows.filter((row) => row.lastActivityAt >= from),
      busy: false,
      stop: () => undefined,
    }
    this.#pages.push(page)
    page.stop = this.db.watch(
      () => {
        page.busy = true
        return shownConversations(this.db, { ...this.request, ...before, from, limit: ALL })
      },
      (next) => {
        page.busy = false
        page.rows = next
        this.#publishWhole()
      },
      (error) => this.#publish({ error }),
    )
    this.#publish({})
  }

  /** A conversation that moves leaves one page for another: it is to be in both or none for no moment. */
  #publishWhole(): void {
    if (this.#pages.some((page) => page.busy)) return
    this.#publish({})
    // Whoever works through a list from the top, by marking as read say, is not to run out of rows.
    if (this.#state.rows.length < PAGE / 2) this.extend()
  }

  #publish(change: Partial<ListState>): void {
    const rows = new Map<string, Conversation>()
    for (const row of this.#pages.flatMap((page) => page.rows)) if (!rows.has(row.id)) rows.set(row.id, row)
    const more = this.#pages.at(-1)?.from !== -ALL
    this.#state = { ...this.#state, ready: true, more, ...change, rows: [...rows.values()] }
    for (const listener of this.#listeners) listener()
  }
}

/** Where a page of these rows begins, server ms. Conversations of one moment are on one page, if they fit. */
function lowerEnd(rows: readonly Conversation[]): number {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || rows.length < PAGE) return -ALL
  return first.lastActivityAt > last.lastActivityAt ? last.lastActivityAt + 1 : last.lastActivityAt
}
