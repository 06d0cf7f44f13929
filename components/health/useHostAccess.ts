import { useEffect, useState } from 'react'
import { usePlatform } from '../platform/PlatformContext.tsx'

/** Whether the browser lets us reach the API. Taken for granted until known, so that no banner flashes up. */
export function useHostAccess() {
  const platform = usePlatform()
  const [granted, setGranted] = useState(true)

  useEffect(() => {
    // Firefox users, and Chrome's with "on click", take it back in the browser's own pages, so look on every return.
    const look = () => {
      if (document.visibilityState === 'visible') void platform.hasHostAccess().then(setGranted)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [platform])

  /** Must be called inside the click. */
  async function ask(): Promise<void> {
    const allowed = await platform.requestHostAccess()
    setGranted(allowed)
    if (allowed) void platform.command('syncNow', {})
  }

  return { granted, ask: () => void ask() }
}
