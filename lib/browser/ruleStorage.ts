import { isOff, NO_POLICY, type Policy } from '../domain/policy.ts'
import { sameData } from '../domain/sameData.ts'
import { API_BASE_URL } from './apiBaseUrl.ts'
import { local } from './storageAreas.ts'

const ITEM = 'rule'

/**
 * What the organization decides, as far as it has to be known without the database: for the key, and for the way to the API.
 * It lies beside the key, so that the browser is called once for both.
 */
interface Rule extends Pick<Policy, 'keyKeeping' | 'lockMinutes' | 'apiBaseUrl'> {
  noSample: boolean
}

const NO_RULE = ruleOf(NO_POLICY)

export async function readRule(): Promise<Rule> {
  return ((await local.get([ITEM]))[ITEM] ?? NO_RULE) as Rule
}

/** Keeps what a policy says of it, where that changed. */
export async function writeRule(policy: Policy): Promise<void> {
  const rule = ruleOf(policy)
  if (sameData(rule, await readRule())) return
  if (sameData(rule, NO_RULE)) await local.remove([ITEM])
  else await local.set({ [ITEM]: rule })
}

/** Where the API is reached. */
export async function readBaseUrl(): Promise<string> {
  return (await readRule()).apiBaseUrl || API_BASE_URL
}

function ruleOf(policy: Policy): Rule {
  const { keyKeeping, lockMinutes, apiBaseUrl } = policy
  return { keyKeeping, lockMinutes, apiBaseUrl, noSample: isOff(policy, 'sample') }
}
