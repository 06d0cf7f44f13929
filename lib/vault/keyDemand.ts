import { atMost, type Policy } from '../domain/policy.ts'
import { LOCK_AFTER, type LockAfter } from './autoLock.ts'
import { isSample, type Keeping, type Kept } from './keeping.ts'

/** What the user's organization demands of how the key is kept. */
export type KeyDemand = Pick<Policy, 'keyKeeping' | 'lockMinutes'>

/** Whether the user may choose to have the key kept so. */
export function mayKeep({ keyKeeping }: Pick<KeyDemand, 'keyKeeping'>, keeping: Keeping): boolean {
  if (keyKeeping === 'any') return true
  return keeping === (keyKeeping === 'memory' ? 'memory' : 'sealed')
}

/**
 * What may lie on the disk in place of this, itself where it may. Only the user can give a passphrase: until then a key
 * that has to be under one is kept in memory, which leaves nothing on the disk either.
 */
export function keptUnder({ keyKeeping, lockMinutes }: KeyDemand, kept: Kept): Kept {
  if (isSample(kept) || kept.keeping === 'memory') return kept
  if (keyKeeping === 'memory' || (keyKeeping === 'passphrase' && kept.keeping === 'stored'))
    return { keeping: 'memory' }
  if (kept.keeping !== 'sealed') return kept
  const lockAfter = atMost(kept.lockAfter, lockMinutes)
  return lockAfter === kept.lockAfter ? kept : { ...kept, lockAfter }
}

/** After how long without use the user may have the key locked. */
export function lockChoices({ lockMinutes }: Pick<KeyDemand, 'lockMinutes'>): LockAfter[] {
  const allowed = LOCK_AFTER.map((choice) => atMost(choice, lockMinutes))
  return [...new Set(allowed)]
}
