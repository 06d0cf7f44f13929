import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie'
import { dropUnsound, type Unsound } from '../commits/dropUnsound.ts'
import type { Database } from '../database.ts'
import { isRefetchable, soundRow } from './soundRow.ts'

/**
 * Lets no row that code would trip over leave the database, wherever it is read: one bad row must not blank a list or
 * stop a poll. Rows of the cache that are found broken are dropped soon after, and fetched again.
 */
export function soundRows(db: Database): Middleware<DBCore> {
  const report = collect((found) => dropUnsound(db, found))
  return {
    stack: 'dbcore',
    name: 'soundRows',
    create: (core) => ({ ...core, table: (name) => soundTable(core.table(name), report) }),
  }
}

type Report = (found: Unsound) => void

function soundTable(table: DBCoreTable, report: Report): DBCoreTable {
  const { name } = table
  const look = (row: unknown, key: unknown): unknown => {
    if (row === undefined) return undefined
    const sound = soundRow(name, row)
    if (sound === undefined && isRefetchable(name)) report({ table: name, key })
    return sound
  }
  const keyOf = (row: unknown) => table.schema.primaryKey.extractKey?.(row)
  return {
    ...table,
    get: (request) => table.get(request).then((row) => look(row, request.key)),
    getMany: (request) =>
      table.getMany(request).then((rows) => rows.map((row, at) => look(row, request.keys[at]))),
    query: (request) =>
      table.query(request).then((answer) => {
        if (!request.values) return answer
        const rows = answer.result.map((row) => look(row, keyOf(row)))
        return { ...answer, result: rows.filter((row) => row !== undefined) }
      }),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? soundCursor(cursor, look) : cursor)),
  }
}

/** A cursor that steps over what is not sound. */
function soundCursor(cursor: DBCoreCursor, look: (row: unknown, key: unknown) => unknown): DBCoreCursor {
  let value: unknown
  return Object.create(cursor, {
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          value = look(cursor.value, cursor.primaryKey)
          if (value === undefined) cursor.continue()
          else onNext()
        }),
    },
    value: { get: () => value },
    // The browser's own getters work on the browser's own cursor only.
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
  }) as DBCoreCursor
}

/** Gathers what one read finds, and hands it on once that read is over. */
function collect(handle: (found: Unsound[]) => Promise<void>): Report {
  let found = new Map<string, Unsound>()
  return (one) => {
    if (found.size === 0) {
      setTimeout(() => {
        const all = [...found.values()]
        found = new Map()
        // What could not be dropped is found again by the next read.
        handle(all).catch(() => undefined)
      })
    }
    found.set(`${one.table} ${String(one.key)}`, one)
  }
}
