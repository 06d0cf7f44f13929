/**
 * A stretch of a thread's history that is complete above `from` and up to `to` (server ms); among messages of that very
 * millisecond `from`, more can come with the cursor, as a page may have been cut there. What lies between two spans is a
 * gap; below the lowest span lies what was never asked for, unless `beginning` says that nothing does.
 */
export interface Span {
  conversationId: string
  from: number
  to: number
  /** The API's cursor for messages older than `from`, verbatim (contract 7.3), and when it was given (local ms). */
  cursor: string | null
  cursorAt: number
  /** True when there is nothing older than `from`. */
  beginning: boolean
}
