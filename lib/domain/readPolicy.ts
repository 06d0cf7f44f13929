import { type Feature, type KeyRule, NO_POLICY, type Policy } from './policy.ts'

const FEATURES: readonly Feature[] = ['attachments', 'export', 'sample', 'scheduling', 'sync']
const KEY_RULES: readonly KeyRule[] = ['memory', 'passphrase']
/** Names in a policy may be anything; what is shown of one nobody knows. */
const LONGEST_NAME = 40

/** What a setting decides. Nothing (undefined) where nothing can be made of it; of a list, what is good. */
interface Setting {
  field: keyof Policy
  read(value: unknown, builtFor: string): Policy[keyof Policy] | undefined
}

const SETTINGS: Readonly<Record<string, Setting>> = {
  apiBaseUrl: setting('apiBaseUrl', addressAt),
  allowedAccounts: setting(
    'accounts',
    listOf((one) => one.trim() || undefined),
  ),
  keepMonthsAtMost: setting('keepMonths', countIn(1, 1200)),
  keepMegabytesAtMost: setting('keepMegabytes', countIn(10, 1_000_000)),
  keyKeeping: setting('keyKeeping', (value) => KEY_RULES.find((rule) => rule === value)),
  lockAfterMinutesAtMost: setting('lockMinutes', countIn(1, 1440)),
  featuresOff: setting(
    'featuresOff',
    listOf((one) => FEATURES.find((feature) => feature === one)),
  ),
}

/**
 * What administrators wrote, in `public/managed_schema.json`'s words. Browsers check it by that file, or not at all: what
 * cannot be obeyed is named in `ignored` and changes nothing; of lists, what can be is.
 * @param builtFor the address of the API that this build may reach: one elsewhere would be stopped by the browser
 */
export function readPolicy(managed: Readonly<Record<string, unknown>>, builtFor: string): Policy {
  const decided: Partial<Record<keyof Policy, unknown>> = {}
  const ignored: string[] = []
  for (const [name, value] of Object.entries(managed)) {
    const { field, read } = (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || {}
    const found = read?.(value, builtFor)
    if (field && found !== undefined) decided[field] = found
    if (found === undefined || isShorter(found, value)) ignored.push(name.slice(0, LONGEST_NAME))
  }
  return { ...NO_POLICY, ...(decided as Partial<Policy>), ignored: ignored.toSorted() }
}

function setting<F extends keyof Policy>(
  field: F,
  read: (value: unknown, builtFor: string) => Policy[F] | undefined,
): Setting {
  return { field, read }
}

/** An empty list would mean that there is no rule, which nobody writes one for. */
function listOf<T>(read: (one: string) => T | undefined): (value: unknown) => T[] | undefined {
  return (value) => {
    const list: unknown[] = Array.isArray(value) ? value : []
    const good = list.flatMap((one) => (typeof one === 'string' ? (read(one) ?? []) : []))
    return good.length > 0 ? good : undefined
  }
}

function isShorter(found: unknown, written: unknown): boolean {
  return Array.isArray(found) && Array.isArray(written) && found.length < written.length
}

function countIn(least: number, most: number): (value: unknown) => number | undefined {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined
}

/** Host permission and content security policy are of one origin, and fixed when the extension was built. */
function addressAt(value: unknown, builtFor: string): string | undefined {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  if (!url || url.origin !== new URL(builtFor).origin) return undefined
  if (url.username || url.password || url.search || url.hash) return undefined
  return url.href.replace(/\/+$/, '')
}
