import type { DBCore, Middleware } from 'dexie'

/** What only the user writes (design: tables). */
const USER_ONLY: readonly string[] = [
  'drafts',
  'files',
  'fileContents',
  'labels',
  'personNotes',
  'savedSearches',
  'snippets',
  'settings',
]
/** What the user writes, and what follows from a commit of what the API answered. */
const USER_TOO: readonly string[] = ['outbox', 'triage']

/**
 * How sure a transaction over these tables has to be. 'strict' is on the disk when we say so: all that the user made.
 * 'relaxed' may go when the power fails: the cache, and the commits of what the API answered, which hold the account they
 * are for. Such a commit moves marks and finds replies too, but it goes as a whole, with the cursor and the spans that
 * say it was read, and so it comes again.
 */
function durabilityOf(tables: readonly string[]): 'strict' | 'relaxed' {
  const holds = (some: readonly string[]) => tables.some((table) => some.includes(table))
  const isCommit = tables.includes('accounts')
  return holds(USER_ONLY) || (holds(USER_TOO) && !isCommit) ? 'strict' : 'relaxed'
}

/** Opens each transaction as its tables need it; Dexie itself knows one durability for a whole database. */
export const durability: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'durability',
  create: (core) => ({
    ...core,
    transaction: (tables, mode) => core.transaction(tables, mode, { durability: durabilityOf(tables) }),
  }),
}
