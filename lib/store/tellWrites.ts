import type { DBCore, Middleware } from 'dexie'

/** Nothing that a poll does hangs on these: notes of polls themselves, what is typed, and what search makes of messages. */
const ASIDE: readonly string[] = [
  'drafts',
  'freshness',
  'ledger',
  'searchBacklog',
  'searchChunks',
  'searchPacks',
  'stamps',
  'travel',
]

/** Calls `tell` before each write of this context to any other table. */
export function tellWrites(tell: () => void): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'tellWrites',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        if (ASIDE.includes(name)) return table
        return {
          ...table,
          mutate(request) {
            tell()
            return table.mutate(request)
          },
        }
      },
    }),
  }
}
