import { CONVERSATIONS_ROUTE } from '../api/endpoints/conversationsCall.ts'
import type { Call } from '../api/http/Call.ts'
import type { Account } from '../domain/account.ts'
import type { Calm } from '../domain/calm.ts'
import { nextWake } from '../store/intents/wake.ts'
import { settingsAndAccounts } from '../store/queries/settingsAndAccounts.ts'
import { statusDueAt } from './checkStatus.ts'
import { fingerprintOf } from './fingerprintOf.ts'
import { isPruned } from './prune.ts'
import { accountsDueAt } from './refreshAccounts.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { readFull } from './storageTrouble.ts'

interface CalmWatchDeps extends Pick<SyncDeps, 'db' | 'memo' | 'now'> {
  notes: {
    begin(id: string): Promise<void>
    keep(calm: Calm): Promise<void>
    end(): Promise<void>
  }
  /** Whether a page is open. */
  isAnyOpen(): Promise<boolean>
  /** When something in the outbox is due next, local ms, or null. */
  nextDue(): Promise<number | null>
}

/** Reads that polls make now and then, which say themselves when they are due again. */
const NOW_AND_THEN = ['/accounts', '/account/:accountId/status']

/** A poll that is watched. */
interface Watched {
  id: string
  /** The one answer for each account's list. */
  texts: Map<string, string>
  /** Something happened that a glance would not have brought about. */
  stirred: boolean
}

/**
 * Watches polls for one that changed nothing and left nothing to do: each account was asked for the top of its list, once,
 * and nothing else, and nobody wrote. Then the next polls may take a glance instead, until something falls due.
 */
export function createCalmWatch(deps: CalmWatchDeps) {
  const { notes } = deps
  let watched: Watched | null = null

  const stir = () => {
    if (watched) watched.stirred = true
  }

  /** What it comes to where nothing is left to do; null where something is. */
  async function found(texts: ReadonlyMap<string, string>): Promise<Omit<Calm, 'id'> | null> {
    const { db, now } = deps
    const { settings, accounts } = await settingsAndAccounts(db)
    const since = now()
    const on = accounts.filter(({ id }) => !settings.accountsOff.includes(id))
    const off = accounts.filter(({ id }) => settings.accountsOff.includes(id))
    const level = on.length === texts.size && on.every((one) => texts.has(one.id) && isLevel(one))
    const idle = settings.connectedAt !== null && off.every((one) => one.import.stage === 'waiting')
    if (!level || !idle || (await readFull(deps)) || !(await isPruned(deps, settings))) return null
    const due = await Promise.all([
      deps.nextDue(),
      nextWake(db),
      accountsDueAt(deps),
      ...on.map(({ id }) => statusDueAt(deps, id)),
    ])
    const tries = on.flatMap(({ gapped = [] }) => gapped.map(({ nextTryAt }) => nextTryAt))
    const walks = on.map(({ listWalk }) => listWalk?.dueAt ?? 0)
    const until = Math.min(...due.filter((at) => at !== null), ...tries, ...walks)
    if (until <= since) return null
    const polled = on.map(async ({ id }) => ({ id, fingerprint: await fingerprintOf(texts.get(id) ?? '') }))
    return { since, until, pollSeconds: settings.pollSeconds, accounts: await Promise.all(polled) }
  }

  return {
    /** A call was answered. */
    answered({ route, query, accountId }: Omit<Call<unknown>, 'read'>, text: string): void {
      if (!watched || NOW_AND_THEN.includes(route)) return
      const top = route === CONVERSATIONS_ROUTE && query?.nextCursor === undefined
      if (!top || accountId === null || watched.texts.has(accountId)) stir()
      else watched.texts.set(accountId, text)
    },
    listed(_accountId: string, settled: boolean): void {
      if (!settled) stir()
    },
    /** Something was written, or is about to be. */
    written(): void {
      stir()
      void notes.end().catch(() => undefined)
    },
    /** Runs a poll and sees what it comes to. */
    async watch(poll: () => Promise<void>): Promise<void> {
      const mine: Watched = { id: crypto.randomUUID(), texts: new Map(), stirred: false }
      watched = mine
      try {
        await notes.begin(mine.id)
        // Whoever opens from here on takes the note away.
        if (await deps.isAnyOpen()) stir()
      } catch {
        // A browser that keeps no notes is polled the long way.
        mine.stirred = true
      }
      await poll()
      if (mine.stirred) return
      const calm = await found(mine.texts)
      if (calm && !mine.stirred && watched === mine) await notes.keep({ ...calm, id: mine.id })
    },
  }
}

/** Whether nothing is left to do for an account but to look for news. */
function isLevel({ usable, health, import: { stage }, behind = [] }: Account): boolean {
  return usable && health.state === 'upToDate' && stage === 'done' && behind.length === 0
}
