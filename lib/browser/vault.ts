import { SAMPLE_KEY } from '../domain/sample.ts'
import { isLockDue, lockDueAt } from '../vault/autoLock.ts'
import { isSample } from '../vault/keeping.ts'
import { keptUnder } from '../vault/keyDemand.ts'
import {
  clearMemory,
  eraseKey,
  inVault,
  readKept,
  readMemory,
  readOffered,
  writeKept,
  writeMemory,
  writeOffered,
} from './keyStorage.ts'
import { readRule } from './ruleStorage.ts'

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

/** The key that waits to be tried. */
export async function readOfferedKey(): Promise<string | null> {
  return (await isSampleOffered()) ? null : ((await readOffered())?.key ?? null)
}

/** Whether it is the sample inbox that waits to be opened. */
export async function isSampleOffered(): Promise<boolean> {
  return (await readOffered())?.key === SAMPLE_KEY
}

/**
 * Whether what is offered may be tried: the sample opens only where there is no key and the organization lets it, and must
 * be left before there is a key.
 */
export async function mayTryOffered(): Promise<boolean> {
  const [kept, sample, { noSample }] = await Promise.all([readKept(), isSampleOffered(), readRule()])
  if (sample && noSample) return false
  return kept === null || isSample(kept) === sample
}

/** The offered key works: it replaces the one before, and is kept as that one was. */
export function acceptKey(): Promise<void> {
  return inVault(async () => {
    const [offered, kept] = await Promise.all([readOffered(), readKept()])
    if (!offered) return
    const { key, sealed } = offered
    if (kept === null || kept.keeping === 'stored') await writeKept({ keeping: 'stored', key })
    else {
      await writeMemory(key)
      // Without a seal of its own (the passphrase was forgotten) it must not lie beside the old one, nor in the clear.
      if (kept.keeping === 'sealed') await writeKept(sealed ? { ...kept, sealed } : { keeping: 'memory' })
    }
    await writeOffered(null)
  })
}

/** The offered key does not work: the one before stays. */
export function rejectKey(): Promise<void> {
  return writeOffered(null)
}

export function forgetKey(): Promise<void> {
  return inVault(eraseKey)
}

/** Has the key that is there kept as the organization demands by now. */
export function obeyRule(): Promise<void> {
  return inVault(async () => {
    const [kept, rule] = await Promise.all([readKept(), readRule()])
    if (kept && keptUnder(rule, kept) !== kept) await writeKept(kept)
  })
}
