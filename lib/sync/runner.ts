import { coalesce } from '../domain/coalesce.ts'
import type { Lane } from '../domain/lane.ts'
import { SYNC_LOCK } from './locks.ts'
import { pullAccount } from './pullAccount.ts'
import { pullAll } from './pullAll.ts'
import type { SyncDeps } from './SyncDeps.ts'

export interface RunnerDeps {
  sync: SyncDeps
  /** Holds a name over all contexts while `work` runs; shared holders go side by side. */
  lock<T>(name: string, work: () => Promise<T>, mode?: 'exclusive' | 'shared'): Promise<T>
  /** Books the next run; called before the work, and after it since the work can change the pace. */
  book(): Promise<void>
  /** What follows each run, however it ended. */
  afterwards(): Promise<void>
}

const MOMENT_MS = 150

export interface Runner {
  /** A run by the alarm. */
  poll(): Promise<void>
  /** A run the user waits for. */
  now(): Promise<void>
}

/**
 * One run at a time for each account, over all contexts; a request during a run is remembered and served by one more
 * (design: pull). Accounts do not wait for each other: while one hangs, the others go on being read.
 */
export function createRunner(deps: RunnerDeps): Runner {
  const lines = new Map<string, () => Promise<void>>()
  let underway = 0

  const pull = async (accountId: string, lane: Lane) => {
    underway++
    try {
      await deps.lock(`${SYNC_LOCK}:${accountId}`, () => pullAccount(deps.sync, accountId, lane))
    } finally {
      if (--underway > 0) setTimeout(showUnlessOver, MOMENT_MS)
    }
  }
  // What an account brought is shown whenever the others will be ready; where that is in a moment, with theirs.
  const showUnlessOver = () => {
    if (underway > 0) void deps.afterwards().catch(() => undefined)
  }
  const inLine = (accountId: string, lane: Lane) => {
    const name = `${lane} ${accountId}`
    const line = lines.get(name) ?? coalesce(() => pull(accountId, lane))
    lines.set(name, line)
    return line()
  }
  const run = async (lane: Lane) => {
    await deps.book()
    try {
      const each = (accountId: string) => inLine(accountId, lane)
      await deps.lock(SYNC_LOCK, () => pullAll(deps.sync, lane, each), 'shared')
      await deps.book()
    } finally {
      await deps.afterwards()
    }
  }
  return { poll: () => run('background'), now: () => run('waiting') }
}
