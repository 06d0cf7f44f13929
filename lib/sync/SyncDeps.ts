import type { Api } from '../api/Api.ts'
import type { Message } from '../domain/message.ts'
import type { Database } from '../store/database.ts'

/** What sync works with; handed in, so that it runs under Node against the real database and a real server. */
export interface SyncDeps {
  db: Database
  api: Api
  /** Local clock, ms. */
  now(): number
  /** Takes new inbound messages that nobody was told of; each comes once. */
  arrived(messages: Message[]): Promise<void>
  /** Told of each page of a list that was read, and whether the same answer would say the same at any later time. */
  listed?(accountId: string, settled: boolean): void
  /** Small notes that outlive the worker but not the browser. */
  memo: {
    get(key: string): Promise<unknown>
    set(key: string, value: unknown): Promise<void>
  }
}
