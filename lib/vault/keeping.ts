import { SAMPLE_KEY } from '../domain/sample.ts'
import { DEFAULT_LOCK_AFTER, type LockAfter, lockAfterFrom } from './autoLock.ts'
import { isSealed, type Sealed } from './seal.ts'

/** How the user wants the key kept: on the disk, in memory until the browser closes, or on the disk under a passphrase. */
export type Keeping = 'stored' | 'memory' | 'sealed'

/** What lies on the disk for the key, one item so that a change of keeping is one write. */
export type Kept =
  | { keeping: 'stored'; key: string }
  | { keeping: 'memory' }
  | { keeping: 'sealed'; sealed: Sealed; lockAfter: LockAfter }

/** What a page may know of the key. */
export interface KeyState {
  keeping: Keeping
  /** The key can be used now. */
  open: boolean
  lockAfter: LockAfter
  /** The sample inbox is open, in place of a key. */
  sample: boolean
}

/** Reads what lies on the disk; null where there is no key, or nothing that could give one back. */
export function keptFrom(value: unknown): Kept | null {
  // As it was written before there was a choice.
  if (typeof value === 'string') return value === '' ? null : { keeping: 'stored', key: value }
  const { keeping, key, sealed, lockAfter } = (value ?? {}) as Record<string, unknown>
  if (keeping === 'stored') return typeof key === 'string' && key !== '' ? { keeping, key } : null
  if (keeping === 'memory') return { keeping }
  if (keeping !== 'sealed' || !isSealed(sealed)) return null
  const known = lockAfterFrom(lockAfter)
  return { keeping, sealed, lockAfter: known === undefined ? DEFAULT_LOCK_AFTER : known }
}

/** Whether the sample inbox stands where the key would. */
export function isSample(kept: Kept | null): boolean {
  return kept?.keeping === 'stored' && kept.key === SAMPLE_KEY
}

/** Whether there is a key at all, be it locked: without one nothing but the first run makes sense. */
export function isKept({ keeping, open }: KeyState): boolean {
  return open || keeping !== 'stored'
}

/** The state of a key from what lies on the disk and whether memory holds it. */
export function keyState(kept: Kept | null, inMemory: boolean): KeyState {
  return {
    keeping: kept?.keeping ?? 'stored',
    open: kept?.keeping === 'stored' || (kept !== null && inMemory),
    lockAfter: kept?.keeping === 'sealed' ? kept.lockAfter : DEFAULT_LOCK_AFTER,
    sample: isSample(kept),
  }
}
