import type { Lane } from '../domain/lane.ts'
import type { Runner } from './runner.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { clearFull, noteFull, readFull } from './storageTrouble.ts'

interface SteadyRunnerDeps {
  sync: SyncDeps
  runner: Runner
  /** Takes the connection up again where the database came back empty. */
  restore(): Promise<unknown>
  /** What follows each run, for a run that was left out. */
  afterwards(): Promise<void>
}

/**
 * The runner over storage that can fail: after a lost database it goes on as connected; while the disk is full, runs by
 * the alarm come with growing pauses, and the first run that fits ends that.
 */
export function createSteadyRunner({ sync, runner, restore, afterwards }: SteadyRunnerDeps): Runner {
  const run = async (lane: Lane, go: () => Promise<void>) => {
    await restore()
    const full = await readFull(sync)
    if (full && lane === 'background' && sync.now() < full.nextTryAt) return afterwards()
    await noteFull(sync, go)
    if (full) await clearFull(sync)
  }
  return { poll: () => run('background', runner.poll), now: () => run('waiting', runner.now) }
}
