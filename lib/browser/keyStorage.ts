import browser from 'webextension-polyfill'
import { type Kept, keptFrom } from '../vault/keeping.ts'
import { withLock } from './locks.ts'
import { local, session } from './storageAreas.ts'

export const KEPT = 'apiKey'
export const MEMORY = 'openKey'
export const USED_AT = 'keyUsedAt'

/** What lies on the disk. */
export async function readKept(): Promise<Kept | null> {
  return keptFrom((await local.get([KEPT]))[KEPT])
}

/** The open key in memory, and when Parley was last used, local ms. */
export async function readMemory(): Promise<{ key: string | null; usedAt: number | null }> {
  const { [MEMORY]: key, [USED_AT]: usedAt } = await session.get([MEMORY, USED_AT])
  return {
    key: typeof key === 'string' && key !== '' ? key : null,
    usedAt: typeof usedAt === 'number' ? usedAt : null,
  }
}

export async function clearMemory(): Promise<void> {
  await session.remove([MEMORY, USED_AT])
}

export async function writeUsedAt(now: number): Promise<void> {
  await session.set({ [USED_AT]: now })
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
