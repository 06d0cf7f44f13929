import { makeAccountId, makeProfileId } from './ids'
import { pictureOf, slugOf } from './people'
import { hash } from './random'
import type { Account, Trade } from './types'

/** What a test or the demo says about an account; the rest is made up from the seed. */
export interface AccountSpec {
  name?: string
  id?: string
  trade?: Trade
  salesNavigator?: boolean
  status?: string
  enabled?: boolean
  apiSeatAllocated?: boolean
  hasTokens?: boolean
  /** Conversations of this account; without it the world's number is shared out evenly. */
  conversations?: number
}

const NAMES = ['Mara Lindqvist', 'Owen Achebe', 'Salomé Hartwin', 'Tobias Ferrant', 'Yuki Brandvold'] as const
const TRADES: readonly Trade[] = ['recruiting', 'sales', 'founding']

/** An account of the workspace (contract 1.1, 1.2). By default every second one has Sales Navigator. */
export function makeAccount(worldSeed: number, index: number, spec: AccountSpec, now: number): Account {
  const seed = hash(worldSeed, 'account', index)
  const name = spec.name ?? NAMES[index % NAMES.length] ?? 'Mara Lindqvist'
  const [firstName = name, ...rest] = name.split(' ')
  const salesNavigator = spec.salesNavigator ?? index % 2 === 1
  const trade = spec.trade ?? TRADES[index % TRADES.length] ?? 'recruiting'
  const role = { recruiting: 'Talent Partner', sales: 'Account Executive', founding: 'Founder' }[trade]
  return {
    id: spec.id ?? makeAccountId(hash(seed, 'id')),
    profileId: makeProfileId(hash(seed, 'profile')),
    slug: slugOf(name, hash(seed, 'slug')),
    name,
    firstName,
    lastName: rest.join(' '),
    language: 'en',
    role,
    company: 'Sandbox',
    headline: role,
    picture: pictureOf(seed),
    distance: 'DISTANCE_1',
    trade,
    salesNavigator,
    status: spec.status ?? 'AVAILABLE',
    enabled: spec.enabled ?? true,
    apiSeatAllocated: spec.apiSeatAllocated ?? true,
    hasTokens: spec.hasTokens ?? true,
    premiumType: salesNavigator ? 'SALES_NAVIGATOR' : 'NON_PREMIUM',
    lastSyncAt: now - 60_000,
    consecutiveFailures: 0,
    lastError: null,
    initialSync: { completed: true, durationMs: 0, startedAt: null },
  }
}
