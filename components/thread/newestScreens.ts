import type { Database } from '../../lib/store/database.ts'
import { type NewestScreen, readNewestScreen } from '../../lib/store/queries/newestScreen.ts'

/** Read ahead, it is good for this long (ms); live queries then say whether it still holds. */
const GOOD_FOR_MS = 2_000

/** Px of the lowest message, with what it keeps free around it. */
const LEAST_HEIGHT = 40
/** A window that is not shown yet may have no height. */
const FEWEST = 12

interface Ahead {
  readonly db: Database
  readonly conversationId: string
  readonly at: number
  readonly reading: Promise<NewestScreen>
  /** Once it was read. */
  screen?: NewestScreen
}

// Only the last one: a hand is over one row at a time.
let ahead: Ahead | null = null

/** Begins to read what a thread shows first, where it looks as if it was about to be opened. */
export function readAhead(db: Database, conversationId: string): Promise<NewestScreen> {
  if (ahead && isFor(ahead, db, conversationId)) return ahead.reading
  const begun: Ahead = {
    db,
    conversationId,
    at: performance.now(),
    reading: readNewestScreen(db, conversationId, fitting()),
  }
  ahead = begun
  begun.reading.then(
    (screen) => {
      begun.screen = screen
    },
    () => {
      if (ahead === begun) ahead = null
    },
  )
  return begun.reading
}

/** What was read ahead of this thread, if it is there already. */
export function takeAhead(db: Database, conversationId: string): NewestScreen | undefined {
  return ahead && isFor(ahead, db, conversationId) ? ahead.screen : undefined
}

/** How many messages fill the window; what is older comes after the first paint. */
function fitting(): number {
  return Math.max(FEWEST, Math.ceil(window.innerHeight / LEAST_HEIGHT))
}

function isFor({ db, conversationId, at }: Ahead, wanted: Database, id: string): boolean {
  return db === wanted && conversationId === id && performance.now() - at < GOOD_FOR_MS
}
