import type { Account } from '../world/types'
import type { Wire } from './dialect'

/** One row of GET /accounts (contract 1.1). */
export function accountRow(a: Account): Record<string, unknown> {
  const { id, firstName, lastName, picture, status, enabled, apiSeatAllocated } = a
  return { id, firstName, lastName, publicId: a.slug, picture, status, enabled, apiSeatAllocated }
}

function planFlags(a: Account): Record<string, boolean> {
  return {
    isPremium: a.salesNavigator,
    hasSalesNavigator: a.salesNavigator,
    hasRecruiter: false,
    hasAwayMessages: false,
    hasAdvertiseBadge: false,
    hasHiringManager: false,
  }
}

/** GET /account/status (contract 1.2); the plan is told for healthy accounts only. */
export function accountStatus(a: Account, now: number, wire: Wire): Record<string, unknown> {
  const plan = {
    premiumType: a.premiumType,
    ...(wire.plan === 'nameOnly' ? {} : planFlags(a)),
  }
  const known = wire.plan !== 'absent' && (a.status === 'AVAILABLE' || a.status === 'WARMUP')
  return {
    id: a.id,
    firstName: a.firstName,
    lastName: a.lastName,
    publicId: a.slug,
    platform: 'ConnectSafely',
    status: a.status,
    enabled: a.enabled,
    lastUsed: new Date(now).toISOString(),
    hasTokens: a.hasTokens,
    ...(known ? { linkedinPlan: plan } : {}),
  }
}
