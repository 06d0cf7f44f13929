import type { Settings } from './settings.ts'

/** What an organization can switch off. */
export type Feature = 'attachments' | 'export' | 'sample' | 'scheduling' | 'sync'

/** How an organization wants the key kept: as the user likes, in memory only, or under a passphrase. */
export type KeyRule = 'any' | 'memory' | 'passphrase'

/** What the user's organization decides, as the worker read it; what is empty or null is the user's. */
export interface Policy {
  /** Ids or names of the accounts that may be used; empty for all. */
  accounts: string[]
  /** Ids of the known accounts that may not be. */
  barred: string[]
  /** Longest time (months), and most room (MB of 1,000,000 bytes), for which messages are kept. */
  keepMonths: number | null
  keepMegabytes: number | null
  keyKeeping: KeyRule
  /** Longest time (minutes) after which an unused key under a passphrase is locked. */
  lockMinutes: number | null
  /** Where the API is reached; empty for where this build reaches it. */
  apiBaseUrl: string
  featuresOff: Feature[]
  /** What was written and could not be obeyed, by name. */
  ignored: string[]
}

export const NO_POLICY: Readonly<Policy> = {
  accounts: [],
  barred: [],
  keepMonths: null,
  keepMegabytes: null,
  keyKeeping: 'any',
  lockMinutes: null,
  apiBaseUrl: '',
  featuresOff: [],
  ignored: [],
}

/** Whether the organization switched something off. */
export function isOff({ featuresOff }: Pick<Policy, 'featuresOff'>, feature: Feature): boolean {
  return featuresOff.includes(feature)
}

/** A choice of the user where at most so much is allowed; null stands for no limit. */
export function atMost(chosen: number | null, most: number | null): number | null {
  return most === null || (chosen !== null && chosen <= most) ? chosen : most
}

/** The settings as they hold: the user's choices, as far as the organization leaves them. */
export function underPolicy(chosen: Settings): Settings {
  const { policy } = chosen
  return {
    ...chosen,
    accountsOff: [...new Set([...chosen.accountsOff, ...policy.barred])],
    keepMonths: atMost(chosen.keepMonths, policy.keepMonths),
    keepMegabytes: atMost(chosen.keepMegabytes, policy.keepMegabytes),
    travels: chosen.travels && !isOff(policy, 'sync'),
  }
}
