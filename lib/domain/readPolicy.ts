import { type Feature, type KeyRule, NO_POLICY, type Policy } from './policy.ts'

const FEATURES: readonly Feature[] = ['attachments', 'export', 'sample', 'scheduling', 'sync']
const KEY_RULES: readonly KeyRule[] = ['memory', 'passphrase']
/** Names in a policy may be anything; what is shown of one nobody knows. */
const LONGEST_NAME = 40

/** What each setting of a policy becomes; undefined where nothing can be made of it. */
type Readers = { readonly [name: string]: (value: unknown) => Obeyed | undefined }
interface Obeyed {
  change: Partial<Policy>
  /** All of it was understood. */
  whole: boolean
}

/**
 * What administrators wrote, in `public/managed_schema.json`'s words. Browsers check it by that file, or not at all: what
 * cannot be obeyed is named in `ignored` and changes nothing; of lists, what can be is.
 * @param builtFor the address of the API that this build may reach: one elsewhere would be stopped by the browser
 */
export function readPolicy(managed: Readonly<Record<string, unknown>>, builtFor: string): Policy {
  const readers = readersFor(builtFor)
  const policy: Policy = { ...NO_POLICY }
  const ignored: string[] = []
  for (const [name, value] of Object.entries(managed)) {
    const obeyed = Object.hasOwn(readers, name) ? readers[name]?.(value) : undefined
    if (!obeyed?.whole) ignored.push(name.slice(0, LONGEST_NAME))
    Object.assign(policy, obeyed?.change)
  }
  return { ...policy, ignored: ignored.toSorted() }
}

function readersFor(builtFor: string): Readers {
  return {
    apiBaseUrl: (value) => all('apiBaseUrl', addressAt(value, builtFor)),
    allowedAccounts: (value) =>
      some('accounts', value, (one) => (one.trim() === '' ? undefined : one.trim())),
    keepMonthsAtMost: (value) => all('keepMonths', countIn(value, 1, 1200)),
    keepMegabytesAtMost: (value) => all('keepMegabytes', countIn(value, 10, 1_000_000)),
    keyKeeping: (value) =>
      all(
        'keyKeeping',
        KEY_RULES.find((rule) => rule === value),
      ),
    lockAfterMinutesAtMost: (value) => all('lockMinutes', countIn(value, 1, 1440)),
    featuresOff: (value) => some('featuresOff', value, (one) => FEATURES.find((feature) => feature === one)),
  }
}

function all<F extends keyof Policy>(field: F, value: Policy[F] | undefined): Obeyed | undefined {
  return value === undefined ? undefined : { change: { [field]: value }, whole: true }
}

function some(
  field: 'accounts' | 'featuresOff',
  value: unknown,
  read: (one: string) => string | undefined,
): Obeyed | undefined {
  if (!Array.isArray(value)) return undefined
  const good = value.flatMap((one) => (typeof one === 'string' ? (read(one) ?? []) : []))
  // An empty list would mean that there is no rule, which nobody writes one for.
  if (good.length === 0) return undefined
  return { change: { [field]: [...new Set(good)] }, whole: good.length === value.length }
}

function countIn(value: unknown, least: number, most: number): number | undefined {
  const isCount = typeof value === 'number' && Number.isInteger(value)
  return isCount && value >= least && value <= most ? value : undefined
}

/** Host permission and content security policy are of one origin, and fixed when the extension was built. */
function addressAt(value: unknown, builtFor: string): string | undefined {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
  if (!url || url.origin !== new URL(builtFor).origin) return undefined
  if (url.username || url.password || url.search || url.hash) return undefined
  return url.href.replace(/\/+$/, '')
}
