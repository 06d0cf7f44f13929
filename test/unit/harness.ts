import { onTestFinished } from 'vitest'
import type { Api } from '../../lib/api/Api.ts'
import { type BudgetState, createBudget } from '../../lib/api/budget.ts'
import { createApi } from '../../lib/api/createApi.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Lane } from '../../lib/domain/lane.ts'
import type { Message } from '../../lib/domain/message.ts'
import { createOutbox } from '../../lib/outbox/drain.ts'
import type { OutboxDeps } from '../../lib/outbox/OutboxDeps.ts'
import { Database } from '../../lib/store/database.ts'
import { enqueueReply } from '../../lib/store/intents/replies.ts'
import { reachedAccounts } from '../../lib/store/queries/accounts.ts'
import { messagesBefore } from '../../lib/store/queries/thread.ts'
import { askAccount } from '../../lib/sync/askAccount.ts'
import { connect } from '../../lib/sync/connect.ts'
import { SYNC_LOCK } from '../../lib/sync/locks.ts'
import { pullAll } from '../../lib/sync/pullAll.ts'
import { readForReply } from '../../lib/sync/readForReply.ts'
import { createRunner } from '../../lib/sync/runner.ts'
import type { SyncDeps } from '../../lib/sync/SyncDeps.ts'
import type { SandboxOptions } from '../sandbox/options'
import { startSandbox } from '../sandbox/sandbox'
import { until } from './patience.ts'

let databases = 0

/** Locks as the browser has them: one holder a name (or several that share it), the others wait in line. */
export function makeLocks() {
  const lines = new Map<string, { alone: Promise<unknown>; sharing: Promise<unknown>[] }>()
  return <T>(
    name: string,
    work: () => Promise<T>,
    mode: 'exclusive' | 'shared' = 'exclusive',
  ): Promise<T> => {
    const line = lines.get(name) ?? { alone: Promise.resolve(), sharing: [] }
    const before = mode === 'shared' ? [line.alone] : [line.alone, ...line.sharing]
    const turn = Promise.allSettled(before).then(work)
    const next =
      mode === 'shared' ? { ...line, sharing: [...line.sharing, turn] } : { alone: turn, sharing: [] }
    lines.set(name, next)
    return turn
  }
}

/**
 * The worker without a browser: the real store on a Node IndexedDB, the real client against a real sandbox over HTTP,
 * a clock that can be moved, and a list of what attention was told. `restart()` is a new worker on the same database.
 */
export async function makeHarness(
  options: SandboxOptions & { budget?: boolean; over?: (api: Api, now: () => number) => Api } = {},
) {
  const sandbox = await startSandbox({ rateLimit: false, seed: 7, conversations: 12, ...options })
  const name = `parley-test-${++databases}`
  const arrivals: Message[] = []
  const rejected: unknown[] = []
  const clock = { ahead: 0 }
  const now = () => Date.now() + clock.ahead
  const memory = new Map<string, unknown>()
  const memo = {
    get: async (key: string) => memory.get(key),
    set: async (key: string, value: unknown) => void memory.set(key, value),
  }
  const boundless = { take: async () => undefined, observe: () => undefined }
  /** What may stand before the client. */
  const { over = (api: Api) => api } = options
  let keyInUse = sandbox.key

  function start() {
    const db = new Database(name)
    const lock = makeLocks()
    const client = (readKey: () => Promise<string>) =>
      over(
        createApi({
          baseUrl: sandbox.baseUrl,
          readKey,
          fetch,
          now,
          budget: options.budget
            ? createBudget({
                load: async () => (memory.get('budget') ?? null) as BudgetState | null,
                save: (state) => memo.set('budget', state),
                now,
              })
            : boundless,
          onRequest: () => undefined,
          onRejected: (rows) => void rejected.push(...rows),
          reaches: reachedAccounts(db),
        }),
        now,
      )
    const api = client(async () => keyInUse)
    const syncWith = (tried: string): SyncDeps => ({ ...sync, api: client(async () => tried) })
    const sync: SyncDeps = {
      db,
      api,
      now,
      arrived: async (messages) => void arrivals.push(...messages),
      memo,
    }
    const outboxDeps: OutboxDeps = {
      db,
      api,
      now,
      lock,
      ask: (accountId, call, lane) => askAccount(sync, accountId, call, lane),
      readThread: (conversationId, how) => readForReply(sync, conversationId, how.sync, how.lane),
    }
    const outbox = createOutbox(outboxDeps)
    return { db, lock, sync, outbox, outboxDeps, syncWith }
  }

  let worker = start()
  onTestFinished(async () => {
    await sandbox.stop()
    await worker.db.delete()
  })

  return {
    sandbox,
    arrivals,
    rejected,
    clock,
    now,
    /** The key that calls are made with. */
    get keyInUse() {
      return keyInUse
    },
    keepKey(key: string): void {
      keyInUse = key
    },
    /** What sync works with, asking with another key. */
    syncWith: (key: string) => worker.syncWith(key),
    get db() {
      return worker.db
    },
    get sync() {
      return worker.sync
    },
    get outboxDeps() {
      return worker.outboxDeps
    },
    get outbox() {
      return worker.outbox
    },
    /** Another worker on the same database; the old one is gone with all it held. */
    restart() {
      worker.db.close()
      worker = start()
    },
    /** Connects with the sandbox's own key, or with that of another workspace in its place. */
    async connect(tried = sandbox.key): Promise<void> {
      await connect(worker.syncWith(tried), {
        keep: async () => this.keepKey(tried),
        alone: (work) => worker.lock(SYNC_LOCK, work),
      })
    },
    pull: (lane: Lane = 'waiting') => pullAll(worker.sync, lane),
    /** A runner over this worker, as the background has it; it books nothing. */
    runner: (afterwards = async () => {}) =>
      createRunner({ sync: worker.sync, lock: worker.lock, book: async () => {}, afterwards }),
    /** Connected, and everything imported. */
    async connected() {
      await this.connect()
      await this.pull()
    },
    async conversation(key: string): Promise<Conversation> {
      const found = await worker.db.conversations.filter((row) => row.key === key).first()
      if (!found) throw new Error(`There is no conversation ${key}`)
      return found
    },
    async reply(conversationId: string, text: string) {
      const intent = await enqueueReply(worker.db, conversationId, text, now())
      await worker.outbox.drain()
      return intent
    },
    /** Until the server has dealt with every request it took in. */
    async settled(): Promise<void> {
      await until(() => sandbox.requests().every((request) => request.ms !== undefined))
    },
    /** How many stored messages of a thread have this text. */
    async shown(conversationId: string, text: string): Promise<number> {
      return (await this.textsOf(conversationId)).filter((one) => one === text).length
    },
    async textsOf(conversationId: string): Promise<string[]> {
      const rows = await messagesBefore(worker.db, conversationId, null, 100_000)
      return rows.map((row) => row.text)
    },
  }
}

export type Harness = Awaited<ReturnType<typeof makeHarness>>
