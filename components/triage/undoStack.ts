import type { Database } from '../../lib/store/database.ts'

/** Something the user did on this page, and the way back. */
export interface Done {
  words: string
  /** What is said once it was taken back, where that is not the same the other way round. */
  takenBack?: string
  takeBack: (db: Database, now: number) => Promise<unknown>
}

const MOST = 50

const stacks = new WeakMap<Database, Done[]>()

/** Remembers what was done last, for as long as the page stands. */
export function pushDone(db: Database, done: Done): void {
  stacks.set(db, [...(stacks.get(db) ?? []), done].slice(-MOST))
}

/** Takes what was done last, or (given) that one thing, off; undefined where it was taken back already. */
export function takeDone(db: Database, wanted?: Done): Done | undefined {
  const stack = stacks.get(db) ?? []
  const taken = wanted ? stack.find((done) => done === wanted) : stack.at(-1)
  stacks.set(
    db,
    stack.filter((done) => done !== taken),
  )
  return taken
}
