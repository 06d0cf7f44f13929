import { NO_POLICY, type Policy } from './policy.ts'

const NAMES = {
  apiBaseUrl: 'apiBaseUrl',
  accounts: 'allowedAccounts',
  keepMonths: 'keepMonthsAtMost',
  keepMegabytes: 'keepMegabytesAtMost',
  keyKeeping: 'keyKeeping',
  lockMinutes: 'lockAfterMinutesAtMost',
  featuresOff: 'featuresOff',
} as const satisfies Partial<Record<keyof Policy, string>>

/** What the organization decides, by the names that administrators write. */
export function policyNames(policy: Policy): string[] {
  const fields = Object.keys(NAMES) as (keyof typeof NAMES)[]
  const decided = fields.filter((field) => String(policy[field]) !== String(NO_POLICY[field]))
  return decided.map((field) => NAMES[field])
}
