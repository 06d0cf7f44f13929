import { useState } from 'react'
import type { NewKeeping } from '../../lib/vault/Vault.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

/** Keeps the key in another way; `failed` until the next try where that could not be stored. */
export function useKeep() {
  const { vault } = usePlatform()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  /** @returns whether it is kept so now */
  async function keep(how: NewKeeping): Promise<boolean> {
    setBusy(true)
    setFailed(false)
    const kept = await vault.keep(how).catch(() => false)
    setBusy(false)
    setFailed(!kept)
    return kept
  }

  return { busy, failed, keep, forget: () => setFailed(false) }
}
