import type { Policy } from '../domain/policy.ts'
import { API_BASE_URL } from './apiBaseUrl.ts'
import { local } from './storageAreas.ts'

export const RULE = 'rule'

/**
 * What the organization decides, as far as it has to be known without the database: for the key, and for the way to the API.
 * It lies beside the key, so that the browser is called once for both.
 */
export interface Rule extends Pick<Policy, 'keyKeeping' | 'lockMinutes' | 'apiBaseUrl'> {
  noSample: boolean
}

/** Null where nothing is decided. */
export async function readRule(): Promise<Rule | null> {
  return ((await local.get([RULE]))[RULE] ?? null) as Rule | null
}

/** Where the API is reached. */
export async function readBaseUrl(): Promise<string> {
  return (await readRule())?.apiBaseUrl || API_BASE_URL
}
