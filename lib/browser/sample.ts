import type { SampleState } from '../domain/sample.ts'
import { isSample } from '../vault/keeping.ts'
import { inVault, readKept } from './keyStorage.ts'
import { local } from './storageAreas.ts'

const ITEM = 'sample'

/**
 * Changes what is kept of the sample inbox, and gives it. On the disk, as a key is: the sample goes on after the browser
 * was closed.
 * @returns null where it is not open: then nothing is kept
 */
export function changeSample(change: (kept: SampleState | null) => SampleState): Promise<SampleState | null> {
  // With its key under one lock, so that nothing is written once it was left.
  return inVault(async () => {
    if (!isSample(await readKept())) return null
    const kept = ((await local.get([ITEM]))[ITEM] ?? null) as SampleState | null
    const next = change(kept)
    if (next !== kept) await local.set({ [ITEM]: next })
    return next
  })
}

/** To be called once its key is forgotten. */
export function forgetSample(): Promise<void> {
  return inVault(() => local.remove([ITEM]))
}
