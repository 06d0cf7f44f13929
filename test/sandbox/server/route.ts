import type { SandboxOptions } from '../options'
import type { DialectName, Wire } from '../wire/dialect'
import type { Account, Channel, Conversation } from '../world/types'
import type { World } from '../world/world'
import type { Fields } from './fields'
import type { Recorder } from './recorder'

/** A request that passed every check. */
export interface Call {
  id: number
  /** All accounts of the workspace whose key it came with. */
  accounts: Account[]
  account?: Account
  conversation?: Conversation
  /** The profile named in the path. */
  profile?: string
  query: Record<string, string>
  body: Record<string, unknown>
  /** The body of a route that takes a file. */
  file?: { bytes: Buffer; type: string }
}

export interface Answer {
  status: number
  body: unknown
  /** A file in place of the body. */
  file?: { bytes: Buffer; type: string }
  /** False where the API never wraps the body in `{ data }`. */
  wrap?: boolean
}

/** What handlers may use. */
export interface Context {
  world: World
  options: SandboxOptions
  dialect: DialectName
  recorder: Recorder
  now(): number
  /** The spelling of an answer or row, repeatable for the same salt. */
  wire(...salt: (string | number)[]): Wire
  /** Real waiting that ends when the sandbox stops. */
  wait(ms: number): Promise<void>
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH'
  /** Below the base path; `:urn` is a conversation URN, `:id` an account, `:profile` a slug or profile id. */
  path: string
  query?: Fields
  body?: Fields
  /** The body is a file, raw (contract 2.4). */
  takesFile?: true
  /** The conversation must belong to this channel. */
  channel?: Channel
  handle(call: Call, context: Context): Answer | Promise<Answer>
}

export const routeName = (route: Route): string => `${route.method} ${route.path}`

/** A documented refusal: not a mistake of the client's code, so no violation. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** The account of a call whose route requires one. */
export function accountOf(call: Call): Account {
  if (!call.account) throw new Refusal(404, 'Account not found')
  return call.account
}

/** The conversation of a call whose route requires one. */
export function conversationOf(call: Call): Conversation {
  if (!call.conversation) throw new Refusal(404, 'Conversation not found')
  return call.conversation
}

/** Calls that reach LinkedIn fail while the account needs attention (contract 1.2). */
export function needsLinkedIn(account: Account): void {
  if (account.status === 'ERROR' || !account.enabled || !account.hasTokens) {
    throw new Refusal(400, 'LinkedIn account needs attention. Please reconnect it in the dashboard.')
  }
}
