import type { Database } from '../../lib/store/database.ts'
import { type NewestScreen, readNewestScreen } from '../../lib/store/queries/newestScreen.ts'
import { fill, mostThatFit } from './fillWindow.ts'

/** The threads a hand goes to and fro between, with their neighbours in the list. */
const MOST = 16

interface Kept {
  readonly reading: Promise<NewestScreen>
  /** Once it was read. */
  screen?: NewestScreen
  readonly stop: () => void
}

/** By conversation id, the last one that was asked for at the end. */
const screens = new WeakMap<Database, Map<string, Kept>>()

let handed: { conversationId: string; screen: NewestScreen } | null = null

/**
 * Begins to read what a thread shows first, where it looks as if it was about to be opened, and keeps it for as long as
 * nothing in it changes, for the last few threads.
 */
export function readAhead(db: Database, conversationId: string): Promise<NewestScreen> {
  const { reading } = takeAgain(db, conversationId) ?? keep(db, conversationId)
  return reading
}

/** What was read ahead of this thread, if it is there already and still holds; `db` is null while its code is being loaded. */
export function takeAhead(db: Database | null, conversationId: string): NewestScreen | undefined {
  if (handed?.conversationId === conversationId) return handed.screen
  return db ? takeAgain(db, conversationId)?.screen : undefined
}

/**
 * Gives what the page itself has read of the thread that it opens with, for its first render. Nobody watches whether it
 * still holds: it is to be taken back, by what this returns, as soon as that is over.
 */
export function handOver(conversationId: string, screen: NewestScreen): () => void {
  handed = { conversationId, screen: fill(screen, window.innerHeight) }
  return () => {
    handed = null
  }
}

function takeAgain(db: Database, conversationId: string): Kept | undefined {
  const known = screens.get(db)?.get(conversationId)
  if (known) {
    screens.get(db)?.delete(conversationId)
    screens.get(db)?.set(conversationId, known)
  }
  return known
}

function keep(db: Database, conversationId: string): Kept {
  const all = screens.get(db) ?? new Map<string, Kept>()
  screens.set(db, all)
  const begun = begin(db, conversationId, () => {
    begun.stop()
    if (all.get(conversationId) === begun) all.delete(conversationId)
  })
  all.set(conversationId, begun)
  for (const [id, { stop }] of all) {
    if (all.size <= MOST) break
    stop()
    all.delete(id)
  }
  return begun
}

function begin(db: Database, conversationId: string, drop: () => void): Kept {
  const height = window.innerHeight
  const read = async () => fill(await readNewestScreen(db, conversationId, mostThatFit(height)), height)
  let first: Promise<NewestScreen> | undefined
  const stop = db.watch(
    () => {
      // Asked once more, it has changed. It is read anew when it is wanted again: most never are.
      if (first) drop()
      else first = read()
      return first
    },
    () => undefined,
    drop,
  )
  const kept: Kept = { reading: first ?? read(), stop }
  kept.reading.then((screen) => {
    kept.screen = screen
  }, drop)
  return kept
}
