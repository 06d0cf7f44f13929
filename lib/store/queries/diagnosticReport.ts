import type { Account } from '../../domain/account.ts'
import type { AccountHealth } from '../../domain/health.ts'
import type { Intent } from '../../domain/intent.ts'
import { policyNames } from '../../domain/policyNames.ts'
import type { Settings } from '../../domain/settings.ts'
import type { Database } from '../database.ts'
import { allAccounts, allFreshness } from './accounts.ts'
import { lastQuarantined, lastRequests, rowCounts } from './diagnostics.ts'
import { readSettings } from './settings.ts'

const REQUESTS = 100
const QUARANTINED = 50

/** What the report tells of the place it was made in. */
export interface ReportPlace {
  /** Local ms. */
  now: number
  version: string
  browser: string
  /** How the key is kept and whether it is open, never the key. */
  key: string
  storage: string
}

/**
 * What somebody who helps needs to know, as plain data to pass on: health, requests, counts, choices. Every field is
 * named here one by one; no text, name, URN or sentence of the API is among them, and accounts are a short hash.
 */
export async function diagnosticReport(db: Database, place: ReportPlace): Promise<Record<string, unknown>> {
  const [settings, accounts, freshness, requests, quarantined, rows, outbox] = await Promise.all([
    readSettings(db),
    allAccounts(db),
    allFreshness(db),
    lastRequests(db, REQUESTS),
    lastQuarantined(db, QUARANTINED),
    rowCounts(db),
    db.outbox.toArray(),
  ])
  const named = [...requests, ...quarantined].flatMap(({ accountId }) => accountId ?? [])
  const alias = await aliases([...accounts.map(({ id }) => id), ...settings.accountsOff, ...named])
  const account = (id: string | null) => (id === null ? null : (alias.get(id) ?? null))
  return {
    report: 'parley-diagnostics',
    madeAt: timeText(place.now),
    version: place.version,
    browser: place.browser,
    storage: place.storage,
    key: place.key,
    settings: choices(settings),
    accounts: accounts.map((one) => ({
      account: account(one.id),
      on: !settings.accountsOff.includes(one.id),
      ...standing(one),
      lastSuccess: timeText(freshness.find(({ accountId }) => accountId === one.id)?.succeededAt ?? null),
    })),
    rows,
    outbox: counted(outbox.map(intentText)),
    requests: requests.map(({ at, method, route, accountId, status, ms, failure }) => ({
      at: timeText(at),
      account: account(accountId),
      request: `${method} ${route}`,
      status,
      ms: Math.round(ms),
      failure,
    })),
    unreadable: quarantined.map(({ at, accountId, route, reason }) => ({
      at: timeText(at),
      account: account(accountId),
      route,
      reason,
    })),
  }
}

function choices(settings: Settings): Record<string, unknown> {
  const { connectedAt, accountsOff, pollSeconds, undoSeconds, notifications, theme, compact } = settings
  const { keepMonths, keepMegabytes } = settings
  return {
    connectedAt: timeText(connectedAt),
    accountsOff: accountsOff.length,
    pollSeconds,
    undoSeconds,
    notifications,
    quietHours: settings.quietHours !== null,
    notificationContent: settings.notificationContent,
    accountRules: counted(Object.values(settings.notifyAccounts)),
    peopleWithRules: Object.keys(settings.notifyPeople).length,
    theme,
    compact,
    keepMonths,
    keepMegabytes,
    organization: { decides: policyNames(settings.policy), ignored: settings.policy.ignored },
    seenPolicies: counted(Object.values(settings.seenPolicy)),
  }
}

function standing({
  health,
  usable,
  hasSalesNavigator,
  import: { stage },
}: Account): Record<string, unknown> {
  return { ...healthFacts(health), usable, hasSalesNavigator, import: stage }
}

/** Without the reason: that is a sentence of the API, and may name anybody. */
function healthFacts(health: AccountHealth): Record<string, unknown> {
  switch (health.state) {
    case 'rateLimited':
      return { health: health.state, until: timeText(health.until) }
    case 'error':
      return { health: health.state, failures: health.failures, nextTry: timeText(health.nextTryAt) }
    default:
      return { health: health.state }
  }
}

function intentText(intent: Intent): string {
  return intent.kind === 'send' ? `send ${intent.state} ${intent.error?.kind ?? ''}`.trim() : intent.kind
}

function counted(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return Object.fromEntries(counts)
}

function timeText(at: number | null): string | null {
  // A row that went bad must not keep the report from being made.
  const date = new Date(at ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** Short hashes of ids: the same in every report, and good for nothing else. */
async function aliases(ids: readonly string[]): Promise<Map<string, string>> {
  const hashed = [...new Set(ids)].map(async (id) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id))
    const bytes = [...new Uint8Array(digest).subarray(0, 4)]
    return [id, bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')] as const
  })
  return new Map(await Promise.all(hashed))
}
