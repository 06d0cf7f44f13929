import type { Api } from '../api/Api.ts'
import type { Lane } from '../domain/lane.ts'
import type { Database } from '../store/database.ts'

/** What the outbox works with; handed in, so that it runs under Node against the real database and a real server. */
export interface OutboxDeps {
  db: Database
  api: Api
  /** Local clock, ms. */
  now(): number
  /** Holds a name over all contexts while `work` runs, so that no reply is ever in two hands. */
  lock<T>(name: string, work: () => Promise<T>): Promise<T>
  /**
   * Reads what is new in a thread and stores it, which also finds replies of ours.
   * `sync` waits for LinkedIn; `lane` as below. Throws ApiError.
   */
  readThread(conversationId: string, how: { sync: boolean; lane: Lane }): Promise<void>
  /** Asks an account under the rules of its health; in the `background` where nobody asked for it just now. Throws ApiError. */
  ask<T>(accountId: string, call: () => Promise<T>, lane: Lane): Promise<T>
}
