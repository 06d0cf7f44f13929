import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie'
import { doesTravel, recordId, TRAVELLING } from '../../domain/travel/travellers.ts'

/** When a row was last changed, or deleted: then it is a stamp without a row. */
export interface Stamp {
  /** The id of its record. */
  id: string
  /** Local ms. Never before the change it replaces, whatever the clocks say. */
  at: number
  /** 0: changed since the last exchange with the user's other computers. */
  told: 0 | 1
}

const isStamped = (table: string) => TRAVELLING.some((name) => name === table)

/**
 * Stamps each change of what may travel, in the very transaction that makes it, whoever does. Emptying a whole table is not
 * stamped: that is to forget it here, not to delete it everywhere.
 */
export const keepStamps: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'keepStamps',
  create: (core) => ({
    ...core,
    transaction(tables, mode, options) {
      const stamped = mode === 'readwrite' && tables.some(isStamped) && !tables.includes('stamps')
      return core.transaction(stamped ? [...tables, 'stamps'] : tables, mode, options)
    },
    table: (name) => (isStamped(name) ? stampedTable(core, name) : core.table(name)),
  }),
}

// Chained rather than awaited: Dexie knows the transaction of what follows a promise of its own only.
function stampedTable(core: DBCore, name: string): DBCoreTable {
  const table = core.table(name)
  return {
    ...table,
    mutate: (request) =>
      keysOf(table, request).then((keys) =>
        table.mutate(request).then((answer) =>
          stamp(
            core,
            request.trans,
            keys.map(String).flatMap((key) => (doesTravel(name, key) ? recordId(name, key) : [])),
          ).then(() => answer),
        ),
      ),
  }
}

function stamp(core: DBCore, trans: DBCoreTransaction, ids: readonly string[]): Promise<unknown> {
  if (ids.length === 0) return Dexie.Promise.resolve()
  const stamps = core.table('stamps')
  return stamps.getMany({ trans, keys: [...ids] }).then((before: (Stamp | undefined)[]) => {
    const values = ids.map((id, index): Stamp => {
      return { id, at: Math.max(Date.now(), (before[index]?.at ?? 0) + 1), told: 0 }
    })
    return stamps.mutate({ type: 'put', trans, values })
  })
}

/** The keys of the rows that a request changes; to delete what is not there changes none. */
function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): Promise<readonly unknown[]> {
  const { primaryKey } = table.schema
  switch (request.type) {
    case 'delete':
      return table
        .getMany({ trans: request.trans, keys: request.keys })
        .then((rows) => request.keys.filter((_, index) => rows[index] !== undefined))
    case 'deleteRange':
      return Dexie.Promise.resolve([])
    default:
      return Dexie.Promise.resolve(request.keys ?? request.values.map((row) => primaryKey.extractKey?.(row)))
  }
}
