import { afterMakingRoom, isOverLimit, keptSince, type PruningPass, passAt } from '../domain/retention.ts'
import type { Settings } from '../domain/settings.ts'
import { pruneMessages } from '../store/commits/pruneMessages.ts'
import { compact } from '../store/compact.ts'
import { readSettings } from '../store/queries/settings.ts'
import type { SyncDeps } from './SyncDeps.ts'

export interface PruneDeps extends Pick<SyncDeps, 'db' | 'memo' | 'now'> {
  /** Bytes this extension uses on the disk; null where the browser does not say. */
  usedBytes(): Promise<number | null>
  /** The conversations that visible pages show. */
  onScreen(): Promise<ReadonlySet<string>>
}

const MEMO = 'pruning'
/** Rows looked at in one go, and in one run. */
const STEP = 200
const MOST = 1_000
/** Opening a conversation reads this many anew. */
const NEWEST = 50

/**
 * Drops some of the oldest messages where the user limited what is kept: a bounded number a run, so that nothing else
 * waits for it, and none of what the user made (design: tables). It goes through the cache once a day from the oldest
 * message on, so what somebody scrolled back to is left alone for a while.
 * @returns how many went
 */
export async function prune(deps: PruneDeps): Promise<number> {
  const { db, memo } = deps
  const limits = await readSettings(db)
  if (limits.keepMonths === null && limits.keepMegabytes === null) return 0
  let pass = await passOf(deps, limits)
  const used = limits.keepMegabytes === null ? null : await deps.usedBytes()
  const isOver = isOverLimit(pass, used)
  // Received files first: they were looked at, and nobody scrolls through them.
  if (isOver) await db.media.clear()
  const before = isOver ? Number.MAX_SAFE_INTEGER : keptSince(limits, deps.now())
  const spare = await deps.onScreen()
  let dropped = 0
  for (let looked = 0; looked < MOST && pass.at < before; looked += STEP) {
    const step = await pruneMessages(db, { from: pass.at, before, most: STEP, newest: NEWEST, spare })
    dropped += step.dropped
    pass = { ...pass, at: step.reached }
  }
  if (isOver && used !== null && dropped > 0) pass = afterMakingRoom(pass, used)
  await memo.set(MEMO, pass)
  // The browser counts what is long gone until then, and the next run measures again.
  if (dropped > 0 && (isOver || pass.at >= before)) await compact(db).catch(() => undefined)
  return dropped
}

/** Whether everything was gone through for today that may go for its age. */
export async function isPruned(
  deps: Pick<SyncDeps, 'memo' | 'now'>,
  limits: Pick<Settings, 'keepMonths' | 'keepMegabytes'>,
): Promise<boolean> {
  if (limits.keepMonths === null) return true
  const pass = await passOf(deps, limits)
  return pass.at >= keptSince(limits, pass.startedAt)
}

async function passOf(
  { memo, now }: Pick<SyncDeps, 'memo' | 'now'>,
  limits: Pick<Settings, 'keepMonths' | 'keepMegabytes'>,
): Promise<PruningPass> {
  return passAt(((await memo.get(MEMO)) ?? null) as PruningPass | null, limits, now())
}
