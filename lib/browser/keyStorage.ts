import browser from 'webextension-polyfill'
import { type Kept, keptFrom } from '../vault/keeping.ts'
import { keptUnder } from '../vault/keyDemand.ts'
import type { Sealed } from '../vault/seal.ts'
import { withLock } from './locks.ts'
import { readRule } from './ruleStorage.ts'
import { local, session } from './storageAreas.ts'

const KEPT = 'apiKey'
const MEMORY = 'openKey'
const USED_AT = 'keyUsedAt'
const OFFERED = 'offeredKey'

/** A key that waits to be tried, and the seal it will be kept under if that is how keys are kept. */
export interface OfferedKey {
  key: string
  sealed: Sealed | null
}

/** What lies on the disk. */
export async function readKept(): Promise<Kept | null> {
  return keptFrom((await local.get([KEPT]))[KEPT])
}

/** Puts it there, the only way to: as the organization demands, whoever wants it otherwise. */
export async function writeKept(kept: Kept): Promise<void> {
  const allowed = keptUnder(await readRule(), kept)
  // It may die in between: first the key is where it will be.
  if (kept.keeping === 'stored' && allowed.keeping === 'memory') await writeMemory(kept.key)
  await local.set({ [KEPT]: allowed })
}

/** The open key in memory, and when Parley was last used, local ms. */
export async function readMemory(): Promise<{ key: string | null; usedAt: number | null }> {
  const { [MEMORY]: key, [USED_AT]: usedAt } = await session.get([MEMORY, USED_AT])
  return {
    key: typeof key === 'string' && key !== '' ? key : null,
    usedAt: typeof usedAt === 'number' ? usedAt : null,
  }
}

export async function writeMemory(key: string): Promise<void> {
  await session.set({ [MEMORY]: key, [USED_AT]: Date.now() })
}

export async function clearMemory(): Promise<void> {
  await session.remove([MEMORY, USED_AT])
}

export async function writeUsedAt(now: number): Promise<void> {
  await session.set({ [USED_AT]: now })
}

export async function readOffered(): Promise<OfferedKey | null> {
  return ((await session.get([OFFERED]))[OFFERED] ?? null) as OfferedKey | null
}

/** A key that was never tried has no business on the disk. */
export async function writeOffered(offered: OfferedKey | null): Promise<void> {
  if (offered) await session.set({ [OFFERED]: offered })
  else await session.remove([OFFERED])
}

/** Forgets the key wherever it is. */
export async function eraseKey(): Promise<void> {
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

/** Changes of several items happen one after the other, over all contexts. */
export function inVault<T>(work: () => Promise<T>): Promise<T> {
  return withLock('vault', work)
}

/**
 * Closes storage to everything but the extension's own pages and worker. Where the browser cannot, nothing is lost:
 * there are no content scripts.
 */
export async function restrictStorage(): Promise<void> {
  const area = browser.storage.local as unknown as {
    setAccessLevel?(level: { accessLevel: string }): Promise<void>
  }
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}
