import { useEffect } from 'react'
import { usePlatform } from '../platform/PlatformContext.tsx'

/** Asks for a sync when the page opens, each time it is shown again, and when the network comes back. */
export function useSyncWhenShown(): void {
  const platform = usePlatform()
  useEffect(() => {
    const sync = () => {
      if (document.visibilityState === 'visible') void platform.command('syncNow', {})
    }
    sync()
    document.addEventListener('visibilitychange', sync)
    window.addEventListener('online', sync)
    return () => {
      document.removeEventListener('visibilitychange', sync)
      window.removeEventListener('online', sync)
    }
  }, [platform])
}
