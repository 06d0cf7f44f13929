import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
  type Middleware,
} from 'dexie'

/** How many conversations of an account are cached, and how many of them are unread. */
export interface Counts {
  accountId: string
  conversations: number
  unread: number
}

interface Counted {
  accountId: string
  unread: 0 | 1
}

/** The counts of each account that has any of these conversations. */
export function countsOf(rows: readonly (Counted | undefined)[]): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const row of rows) {
    // A broken row is nobody's.
    if (typeof row?.accountId !== 'string') continue
    const { conversations, unread } = counts.get(row.accountId) ?? none(row.accountId)
    counts.set(row.accountId, {
      accountId: row.accountId,
      conversations: conversations + 1,
      unread: unread + (row.unread === 1 ? 1 : 0),
    })
  }
  return counts
}

/**
 * Keeps the counts in the very transaction that writes a conversation, whoever does: nobody has to count, and they
 * cannot drift.
 */
export const keepCounts: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'keepCounts',
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) => {
      const counted = mode === 'readwrite' && tables.includes('conversations') && !tables.includes('counts')
      return core.transaction(counted ? [...tables, 'counts'] : tables, mode, options)
    },
    table: (name) => (name === 'conversations' ? countedTable(core) : core.table(name)),
  }),
}

// Chained rather than awaited: Dexie knows the transaction of what follows a promise of its own only.
function countedTable(core: DBCore): DBCoreTable {
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
            rowsOf(trans, keys)
              .then((after) => store(core, trans, countsOf(before), countsOf(after)))
              .then(() => answer),
          ),
        ),
      )
    },
  }
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
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((accountId) => {
    const [old, now] = [before.get(accountId) ?? none(accountId), after.get(accountId) ?? none(accountId)]
    const conversations = now.conversations - old.conversations
    const unread = now.unread - old.unread
    return conversations === 0 && unread === 0 ? [] : [{ accountId, conversations, unread }]
  })
  if (changed.length === 0) return Dexie.Promise.resolve()
  const keys = changed.map(({ accountId }) => accountId)
  return table.getMany({ trans, keys }).then((stored: (Counts | undefined)[]) => {
    const values = changed.map((change, at) => ({
      accountId: change.accountId,
      conversations: change.conversations + (stored[at]?.conversations ?? 0),
      unread: change.unread + (stored[at]?.unread ?? 0),
    }))
    return table.mutate({ type: 'put', trans, values })
  })
}

function none(accountId: string): Counts {
  return { accountId, conversations: 0, unread: 0 }
}
