import type { LedgerEntry } from '../../domain/ledgerEntry.ts'
import type { Budget } from '../budget.ts'
import type { ReceivedFile } from './readFile.ts'
import type { Deadline } from './startDeadline.ts'

/** What the requests need from outside. */
export interface HttpDeps {
  /** Where the API is, or how to find out. */
  baseUrl: string | (() => Promise<string>)
  /** The user's key, or null where there is none. */
  readKey(): Promise<string | null>
  fetch: typeof fetch
  /** Local ms. */
  now(): number
  budget: Pick<Budget, 'take' | 'observe'>
  /** Told of every HTTP request after it ended; its own failure never costs the call. */
  onRequest(entry: LedgerEntry): void | Promise<void>
  isOnline?(): boolean
  /** Whether the key in use reaches an account; without it every account is taken to be reached. */
  reaches?(accountId: string): Promise<boolean>
}

/** The same once it is known where the API is. */
export type PlacedDeps = HttpDeps & { baseUrl: string }

/** One call as an endpoint describes it. */
export interface Call<T> {
  method: 'GET' | 'POST' | 'PATCH'
  /** Path with `:names` where `params` go; goes into the ledger as it is. */
  route: string
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  body?: Readonly<Record<string, unknown>>
  /** A file as it is, in place of `body`. */
  file?: { content: ArrayBuffer; type: string }
  /** Reads an answer that is a file, for `read`; null where it is none. */
  readFile?(response: Response, deadline: Deadline): Promise<ReceivedFile | null>
  /** Whom the call is for, for the ledger; endpoints put it where the API wants it. */
  accountId: string | null
  deadlineMs: number
  /** Reads are repeated once after a 500; writes never (contract 0.6). */
  effect: 'read' | 'write'
  /**
   * The content of the answer, or null where it is not of this call's kind. `undefined` comes in for an empty body;
   * `text` is the body as it came, empty for a file.
   */
  read(value: unknown, reply: ReplyHead, text: string): T | null
}

/** What an answer tells beside its content. */
export interface ReplyHead {
  status: number
  /** The server's clock (ms) from its Date header, or null. */
  serverNow: number | null
}

/** An answer before anybody made anything of it. */
export interface RawAnswer {
  /** The parsed body. */
  value: unknown
  text: string
}

export interface Reply<T> extends ReplyHead {
  content: T
}
