import type { LockAfter } from './autoLock.ts'
import type { KeyState } from './keeping.ts'

/** How the key is to be kept from now on; a passphrase goes no further than the call. */
export type NewKeeping =
  | { keeping: 'stored' }
  | { keeping: 'memory' }
  | { keeping: 'sealed'; passphrase: string; lockAfter: LockAfter }

/** How pages see and change the keeping of the key. They are never given the key itself. */
export interface Vault {
  /** Undefined until it is known, which takes a moment after the page was opened. */
  getState(): KeyState | undefined
  /** Calls back after each change, made here or elsewhere; returns the way to stop. */
  subscribe(changed: () => void): () => void
  /** Opens a sealed key; false where the passphrase is wrong. */
  unlock(passphrase: string): Promise<boolean>
  /** Closes a sealed key at once. */
  lock(): Promise<void>
  /** Keeps the key in another way; false where there is no open key to keep, or the organization forbids it. */
  keep(how: NewKeeping): Promise<boolean>
  /** Changes after how long without use a sealed key is closed. */
  setLockAfter(lockAfter: LockAfter): Promise<void>
}
