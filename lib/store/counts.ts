import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie'
import type { Conversation } from '../domain/conversation.ts'
import { filtersOf, type ListFilter } from '../domain/listFilter.ts'
import { type Stirred, stirBehind } from './stirBehind.ts'

/** How many conversations of an account are cached, how many of them are unread, and how many each list holds. */
export interface Counts {
  accountId: string
  conversations: number
  unread: number
  /** Lists that hold none are left out. */
  views: Partial<Record<ListFilter, number>>
}

type Counted = Pick<Conversation, 'accountId' | 'shelf' | 'unread' | 'starred' | 'waiting' | 'labels'> &
  Stirred

/** The counts of each account that has any of these conversations. */
export function countsOf(rows: readonly (Counted | undefined)[]): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const row of rows) {
    // A broken row is nobody's.
    if (typeof row?.accountId !== 'string') continue
    const count = counts.get(row.accountId) ?? none(row.accountId)
    count.conversations += 1
    if (row.unread === 1) count.unread += 1
    for (const filter of filtersOf(row)) count.views[filter] = (count.views[filter] ?? 0) + 1
    counts.set(row.accountId, count)
  }
  return counts
}

/**
 * Keeps the counts, and which conversations are behind, in the very transaction that writes a conversation, whoever does:
 * nobody has to count or look through all, and they cannot drift.
 */
export const keepCounts: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'keepCounts',
  create: (core) => {
    // While a database is brought up from a version without them, some are missing; the upgrade makes up for it.
    const kept = ['counts', 'behind'].filter((name) =>
      core.schema.tables.some((table) => table.name === name),
    )
    return {
      ...core,
      transaction: (tables, mode, options) => {
        const counted = mode === 'readwrite' && tables.includes('conversations')
        return core.transaction(counted ? [...new Set([...tables, ...kept])] : tables, mode, options)
      },
      table: (name) => (name === 'conversations' ? countedTable(core, kept) : core.table(name)),
    }
  },
}

// Chained rather than awaited: Dexie knows the transaction of what follows a promise of its own only.
function countedTable(core: DBCore, kept: readonly string[]): DBCoreTable {
  const behind = kept.includes('behind') ? core.table('behind') : null
  const table = core.table('conversations')
  const rowsOf = (trans: DBCoreTransaction, keys: unknown[]): Promise<(Counted | undefined)[]> =>
    table.getMany({ trans, keys })
  return {
    ...table,
    mutate: (request) => {
      const { trans } = request
      return keysOf(table, request).then((keys) =>
        rowsOf(trans, keys).then((before) =>
          table.mutate(request).then((answer) =>
            rowsAfter(request, answer, keys, () => rowsOf(trans, keys))
              .then((after) =>
                Dexie.Promise.all([
                  store(core, trans, countsOf(before), countsOf(after)),
                  behind && stirBehind(behind, trans, { keys, before, after }),
                ]),
              )
              .then(() => answer),
          ),
        ),
      )
    },
  }
}

/** The rows as they are afterwards: those that were put, as far as nothing failed and none was put twice. */
function rowsAfter(
  request: DBCoreMutateRequest,
  { numFailures }: DBCoreMutateResponse,
  keys: readonly unknown[],
  read: () => Promise<(Counted | undefined)[]>,
): Promise<(Counted | undefined)[]> {
  const areAll = request.type === 'put' && request.values.length === keys.length && numFailures === 0
  return areAll ? Dexie.Promise.resolve(request.values as Counted[]) : read()
}

/** The rows a request may change, each once. */
function keysOf(table: DBCoreTable, request: DBCoreMutateRequest): Promise<unknown[]> {
  switch (request.type) {
    case 'delete':
      return Dexie.Promise.resolve([...new Set(request.keys)])
    case 'deleteRange': {
      const query = { index: table.schema.primaryKey, range: request.range }
      return table.query({ trans: request.trans, query, values: false }).then(({ result }) => result)
    }
    default:
      return Dexie.Promise.resolve([
        ...new Set(request.keys ?? request.values.map((row) => table.schema.primaryKey.extractKey?.(row))),
      ])
  }
}

type ByAccount = ReadonlyMap<string, Counts>

function store(
  core: DBCore,
  trans: DBCoreTransaction,
  before: ByAccount,
  after: ByAccount,
): Promise<unknown> {
  const table = core.table('counts')
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const changes = keys
    .map((id) => summed(after.get(id) ?? none(id), before.get(id) ?? none(id), -1))
    .filter(isSome)
  if (changes.length === 0) return Dexie.Promise.resolve()
  return table
    .getMany({ trans, keys: changes.map(({ accountId }) => accountId) })
    .then((stored: (Counts | undefined)[]) => {
      const values = changes.map((change, at) => summed(stored[at] ?? none(change.accountId), change, 1))
      return table.mutate({ type: 'put', trans, values })
    })
}

/** Counts with others added (`sign` 1) or taken away (-1). */
function summed(counts: Counts, others: Counts, sign: 1 | -1): Counts {
  const views = { ...counts.views }
  for (const [filter, count] of Object.entries(others.views) as [ListFilter, number][]) {
    const left = (views[filter] ?? 0) + sign * count
    if (left === 0) delete views[filter]
    else views[filter] = left
  }
  return {
    accountId: counts.accountId,
    conversations: counts.conversations + sign * others.conversations,
    unread: counts.unread + sign * others.unread,
    views,
  }
}

function isSome({ conversations, unread, views }: Counts): boolean {
  return conversations !== 0 || unread !== 0 || Object.keys(views).length > 0
}

function none(accountId: string): Counts {
  return { accountId, conversations: 0, unread: 0, views: {} }
}
