import { expect, onTestFinished } from 'vitest'
import type { Api } from '../../../lib/api/Api.ts'
import { ApiError } from '../../../lib/api/ApiError.ts'
import { createApi } from '../../../lib/api/createApi.ts'
import type { FailureKind } from '../../../lib/domain/failure.ts'
import type { Message } from '../../../lib/domain/message.ts'
import { conversationId } from '../../../lib/domain/urn.ts'
import { createOutbox } from '../../../lib/outbox/drain.ts'
import { noteQuarantined } from '../../../lib/store/commits/notes.ts'
import { Database } from '../../../lib/store/database.ts'
import { askAccount } from '../../../lib/sync/askAccount.ts'
import { connect } from '../../../lib/sync/connect.ts'
import { readForReply } from '../../../lib/sync/readForReply.ts'
import type { SyncDeps } from '../../../lib/sync/SyncDeps.ts'
import { makeLocks } from '../harness.ts'
import { makeChance } from './chance.ts'
import { MESSAGES, type Stage } from './serveTruth.ts'
import { makeTruth, type TrueAccount, type TrueThread } from './truth.ts'

/** When every life begins. */
export const START = Date.parse('2026-03-02T09:00:00.000Z')
let lives = 0

/** The worker over a database of its own, and the world it reads, both made from one seed. */
export function makeLife(baseUrl: string, seed: number) {
  const chance = makeChance(seed)
  const clock = { at: START }
  const now = () => clock.at
  const stage: Stage = {
    accounts: makeTruth(chance.fork('truth'), START),
    now,
    chance: chance.fork('answers'),
    rough: 0,
    weather: { rows: 0, garbled: new Set() },
    slow: false,
    served: [],
    delivered: [],
  }
  const db = new Database(`fuzz-${++lives}`)
  onTestFinished(() => db.delete())
  const arrivals: Message[] = []
  const outcomes = new Map<string, (FailureKind | null)[]>()
  const notes: Promise<void>[] = []
  const memory = new Map<string, unknown>()
  const told = { rejected: 0 }
  const client = createApi({
    baseUrl,
    readKey: async () => 'test-key-0001',
    fetch,
    now,
    budget: { take: async () => undefined, observe: () => undefined },
    onRequest: ({ accountId, route, failure }) => {
      const key = `${accountId ?? 'all'} ${route}`
      outcomes.set(key, [...(outcomes.get(key) ?? []), failure])
    },
    onRejected(rows) {
      told.rejected += rows.length
      notes.push(noteQuarantined(db, rows))
    },
  })
  /** How many requests each call of an endpoint took, call by call. */
  const calls = new Map<string, number[]>()
  /** A call may take several requests; rows that come in none of them well are dropped. */
  const counted =
    <R extends { accountId: string }, O, T>(route: string, call: (request: R, options: O) => Promise<T>) =>
    async (request: R, options: O): Promise<T> => {
      const key = `${request.accountId} ${route}`
      const before = outcomes.get(key)?.length ?? 0
      try {
        return await call(request, options)
      } finally {
        const after = outcomes.get(key)?.length ?? 0
        calls.set(key, [...(calls.get(key) ?? []), after - before])
      }
    }
  const oneByOne = makeLocks()
  const listMessages = counted(MESSAGES, client.listMessages)
  const api: Api = {
    ...client,
    listConversations: counted('/conversations', client.listConversations),
    // Threads are read side by side; one after the other, it is known which answer a failure belongs to.
    listMessages: (request, options) =>
      oneByOne(`messages of ${request.accountId}`, () => listMessages(request, options)),
  }
  const sync: SyncDeps = {
    db,
    api,
    now,
    arrived: async (messages) => void arrivals.push(...messages),
    memo: {
      get: async (key) => memory.get(key),
      set: async (key, value) => void memory.set(key, value),
    },
  }
  const outbox = createOutbox({
    db,
    api,
    now,
    // The same with the lines of the outbox.
    lock: (_, work) => oneByOne('outbox', work),
    ask: (accountId, call, lane) => askAccount(sync, accountId, call, lane),
    readThread: (id, how) => readForReply(sync, id, how.sync, how.lane),
  })
  const connected = () => connect(sync, { keep: async () => undefined, alone: (work) => work() })
  return { chance, clock, now, stage, db, arrivals, outcomes, calls, notes, told, sync, outbox, connected }
}

export type Life = ReturnType<typeof makeLife>

export const idOf = (account: TrueAccount, thread: TrueThread): string =>
  conversationId(account.id, thread.channel, thread.key)

/** Does something that may fail for what the API does, and for nothing else. */
export async function bearing(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    expect(error).toBeInstanceOf(ApiError)
  }
}
