import { useSyncExternalStore } from 'react'
import type { StorageTrouble } from '../../lib/domain/storageTrouble.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

/** What the worker found wrong with keeping data on this machine. */
export function useStorageTrouble(): StorageTrouble {
  const { trouble } = usePlatform()
  return useSyncExternalStore(trouble.subscribe, trouble.getState)
}
