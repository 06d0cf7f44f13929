import type { Api } from '../../../../lib/api/Api.ts'
import { ApiError } from '../../../../lib/api/ApiError.ts'
import type { ObservedRate } from '../../../../lib/api/budget.ts'
import { type ApiDeps, createApi } from '../../../../lib/api/createApi.ts'
import type { Lane } from '../../../../lib/domain/lane.ts'
import type { LedgerEntry } from '../../../../lib/domain/ledgerEntry.ts'
import type { Quarantined } from '../../../../lib/domain/quarantined.ts'

export interface Seen {
  ledger: LedgerEntry[]
  rejected: Quarantined[]
  lanes: Lane[]
  rates: ObservedRate[]
}

/** The dependencies of a client, with a budget without end, and what it told them. */
export function makeDeps(baseUrl: string, change: Partial<ApiDeps> = {}): { deps: ApiDeps; seen: Seen } {
  const seen: Seen = { ledger: [], rejected: [], lanes: [], rates: [] }
  const budget: ApiDeps['budget'] = {
    take: async (lane) => void seen.lanes.push(lane),
    observe: (rate) => void seen.rates.push(rate),
  }
  const deps: ApiDeps = {
    baseUrl,
    readKey: async () => 'test-key-0001',
    fetch: (...args) => fetch(...args),
    now: () => Date.now(),
    budget,
    onRequest: (entry) => void seen.ledger.push(entry),
    onRejected: (rows) => void seen.rejected.push(...rows),
    ...change,
  }
  return { deps, seen }
}

export function makeClient(baseUrl: string, change: Partial<ApiDeps> = {}): { api: Api; seen: Seen } {
  const { deps, seen } = makeDeps(baseUrl, change)
  return { api: createApi(deps), seen }
}

/** The ApiError a call ends with; anything else fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
  throw new Error('The call succeeded')
}

/** A fetch that answers each request with this JSON, without a network. */
export function fetchOf(body: unknown, init: ResponseInit = {}): typeof fetch {
  return async () => new Response(JSON.stringify(body), init)
}

export const background = { lane: 'background' } as const
export const waiting = { lane: 'waiting' } as const
export const send = { lane: 'send' } as const
