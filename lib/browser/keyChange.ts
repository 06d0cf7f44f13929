import browser from 'webextension-polyfill'
import { NO_POLICY } from '../domain/policy.ts'
import { SAMPLE_KEY } from '../domain/sample.ts'
import { isSample, type Kept } from '../vault/keeping.ts'
import { type KeyDemand, keptUnder } from '../vault/keyDemand.ts'
import type { Sealed } from '../vault/seal.ts'
import { inVault, KEPT, MEMORY, readKept, USED_AT } from './keyStorage.ts'
import { readRule } from './ruleStorage.ts'
import { local, session } from './storageAreas.ts'

// How the key comes, is kept in another way, and goes. Apart from how it is read, as the worker starts with that alone.

const OFFERED = 'offeredKey'

/** A key that waits to be tried, and the seal it will be kept under if that is how keys are kept. */
interface OfferedKey {
  key: string
  sealed: Sealed | null
}

/** What is demanded of how the key is kept. */
export async function readDemand(): Promise<KeyDemand> {
  return (await readRule()) ?? NO_POLICY
}

/** Puts a key on the disk, the only way to: as the organization demands, whoever wants it otherwise. */
export async function writeKept(kept: Kept): Promise<void> {
  const allowed = keptUnder(await readDemand(), kept)
  // It may die in between: first the key is where it will be.
  if (kept.keeping === 'stored' && allowed.keeping === 'memory') await writeMemory(kept.key)
  await local.set({ [KEPT]: allowed })
}

export async function writeMemory(key: string): Promise<void> {
  await session.set({ [MEMORY]: key, [USED_AT]: Date.now() })
}

async function readOffered(): Promise<OfferedKey | null> {
  return ((await session.get([OFFERED]))[OFFERED] ?? null) as OfferedKey | null
}

/** A key that was never tried has no business on the disk. */
export async function writeOffered(offered: OfferedKey | null): Promise<void> {
  if (offered) await session.set({ [OFFERED]: offered })
  else await session.remove([OFFERED])
}

/** Forgets the key wherever it is. */
async function eraseKey(): Promise<void> {
  await Promise.all([local.remove([KEPT]), session.remove([MEMORY, USED_AT, OFFERED])])
}

/** Calls back when the key was kept in another way, opened or closed; returns the way to stop. */
export function onKeyChange(handle: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEPT in changes || MEMORY in changes) handle()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
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
  const [kept, sample, rule] = await Promise.all([readKept(), isSampleOffered(), readRule()])
  if (sample && rule?.noSample) return false
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
    const [kept, demand] = await Promise.all([readKept(), readDemand()])
    if (kept && keptUnder(demand, kept) !== kept) await writeKept(kept)
  })
}
