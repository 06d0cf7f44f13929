import { isLockDue, lockDueAt } from '../vault/autoLock.ts'
import { isSample } from '../vault/keeping.ts'
import { clearMemory, inVault, readKept, readMemory } from './keyStorage.ts'

/**
 * The key that calls are made with; null while there is none or it is locked, or the sample stands in its place. A key unused for too long is locked by
 * asking for it, so that no alarm has to be on time.
 */
export async function readKey(): Promise<string | null> {
  const kept = await readKept()
  if (!kept || isSample(kept)) return null
  if (kept.keeping === 'stored') return kept.key
  return (await lockIfDue(Date.now())) ? null : (await readMemory()).key
}

/**
 * Locks a sealed key that nobody used for as long as the user chose.
 * @returns whether it did
 */
export function lockIfDue(now: number): Promise<boolean> {
  return inVault(async () => {
    const [kept, { key, usedAt }] = await Promise.all([readKept(), readMemory()])
    if (kept?.keeping !== 'sealed' || key === null || !isLockDue(usedAt, kept.lockAfter, now)) return false
    await clearMemory()
    return true
  })
}

/** When a sealed key locks itself unless Parley is used before, local ms; null: not by itself. */
export async function autoLockAt(): Promise<number | null> {
  const [kept, { key, usedAt }] = await Promise.all([readKept(), readMemory()])
  return kept?.keeping === 'sealed' && key !== null ? lockDueAt(usedAt, kept.lockAfter) : null
}

/** Whether a key is kept at all, locked or not: one is kept only after it worked. */
export async function hasKey(): Promise<boolean> {
  return (await readKept()) !== null
}

/** Whether the sample inbox is open. */
export async function isSampleOpen(): Promise<boolean> {
  return isSample(await readKept())
}
