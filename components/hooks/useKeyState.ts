import { useSyncExternalStore } from 'react'
import type { KeyState } from '../../lib/vault/keeping.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

/** How the key is kept and whether it can be used; undefined until known. */
export function useKeyState(): KeyState | undefined {
  const { vault } = usePlatform()
  return useSyncExternalStore(vault.subscribe, vault.getState)
}
