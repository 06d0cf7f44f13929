import Dexie, {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
  type Middleware,
} from 'dexie'
import type { Message } from '../../domain/message.ts'
import { changeOf, hashOf } from '../../domain/searchChunk.ts'
import { soundRow } from '../sound/soundRow.ts'
import { changeChunks, type PlacedChange } from './changeChunks.ts'

const DexiePromise = Dexie.Promise
const TABLES = ['searchChunks', 'searchBacklog', 'searchPacks']
// DBCoreRangeType.Any, which Dexie exports as a type alone.
const ALL_ROWS = { type: 3, lower: undefined, upper: undefined }

/**
 * Keeps the text that is searched equal to the messages: whoever writes or deletes messages changes it in the same
 * transaction, without having to think of it.
 */
export function keepChunks(): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'keepChunks',
    create: (core) => {
      // While a database is brought up from an earlier version, and in that version, there is nothing to keep.
      const kept = TABLES.every((name) => core.schema.tables.some((table) => table.name === name))
      if (!kept) return core
      return {
        ...core,
        transaction: (stores, mode, options) =>
          core.transaction(
            mode === 'readwrite' && stores.includes('messages')
              ? [...new Set([...stores, ...TABLES])]
              : stores,
            mode,
            options,
          ),
        table: (name) => (name === 'messages' ? keptMessages(core) : core.table(name)),
      }
    },
  }
}

function keptMessages(core: DBCore): DBCoreTable {
  const messages = core.table('messages')
  const [chunks, backlog] = [core.table('searchChunks'), core.table('searchBacklog')]
  const packs = core.table('searchPacks')
  const mutate = (request: DBCoreMutateRequest): PromiseLike<DBCoreMutateResponse> => {
    const { trans } = request
    const clear = (table: DBCoreTable) => table.mutate({ type: 'deleteRange', trans, range: ALL_ROWS })
    if (request.type === 'deleteRange' && request.range.type === ALL_ROWS.type) {
      return DexiePromise.all([chunks, backlog, packs].map(clear)).then(() => messages.mutate(request))
    }
    return goneRows(messages, request).then((gone) =>
      messages.mutate(request).then((response) => {
        const changes = [...gone.map(removal), ...additions(request, response)]
        // Copies of text that is gone must not stay behind.
        const unpacked: PromiseLike<unknown> = gone.length > 0 ? clear(packs) : DexiePromise.resolve()
        return unpacked.then(() => changeChunks({ chunks, backlog }, trans, changes)).then(() => response)
      }),
    )
  }
  return { ...messages, mutate: (request) => DexiePromise.resolve(mutate(request)) }
}

/** The rows that are deleted, or written over and may stand elsewhere in time from now on. */
function goneRows(messages: DBCoreTable, request: DBCoreMutateRequest): PromiseLike<Message[]> {
  const { trans } = request
  const sound = (rows: unknown[]) => rows.filter((row): row is Message => row !== undefined)
  switch (request.type) {
    case 'add':
      return DexiePromise.resolve([])
    case 'deleteRange': {
      const query = { index: messages.schema.primaryKey, range: request.range }
      return messages.query({ trans, values: true, query }).then(({ result }) => sound(result))
    }
    case 'delete':
      return messages.getMany({ trans, keys: request.keys }).then(sound)
    case 'put': {
      const values = request.values as readonly Message[]
      return messages
        .getMany({ trans, keys: values.map(({ id }) => id) })
        .then((rows) =>
          sound(rows.filter((row: Message | undefined, at) => row && row.sentAt !== values[at]?.sentAt)),
        )
    }
  }
}

function removal({ conversationId, sentAt, key }: Message): PlacedChange {
  return { conversationId, sentAt, hash: hashOf(key), text: null }
}

function additions(request: DBCoreMutateRequest, { failures }: DBCoreMutateResponse): PlacedChange[] {
  if (request.type !== 'add' && request.type !== 'put') return []
  const written = request.values.filter((row, at) => !(at in failures) && soundRow('messages', row) === row)
  return (written as Message[]).map((row) => ({ conversationId: row.conversationId, ...changeOf(row) }))
}
