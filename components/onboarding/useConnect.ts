import { useEffect, useRef, useState } from 'react'
import { type FailureKind, failureText } from '../../lib/domain/failure.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

const NOT_ENTERED = 'Enter your API key to connect.'
const WRONG_PASSPHRASE = 'The passphrase is wrong. The new key takes over the one you chose.'

/**
 * Tries a key. `connect` must be called inside the click, because the browser asks for access to the API's host only
 * there. Key and passphrase go from the inputs to the vault and are kept neither in state nor in the page.
 */
export function useConnect(onConnected: () => void) {
  const platform = usePlatform()
  const mayReachApi = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  useEffect(() => {
    void platform.hasHostAccess().then((granted) => {
      mayReachApi.current = granted
    })
  }, [platform])

  async function attempt(key: string, passphrase: string | undefined): Promise<string | null> {
    if (key === '') return NOT_ENTERED
    if (!mayReachApi.current) mayReachApi.current = await platform.requestHostAccess()
    if (!mayReachApi.current) return textOf('permissionMissing')
    if (!(await platform.offerKey(key, passphrase))) return WRONG_PASSPHRASE
    const outcome = await platform.command('connect', {})
    return outcome.ok ? null : failureText(outcome.failure)
  }

  async function connect(typed: string, passphrase?: string): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      const failed = await attempt(typed.trim().replace(/^bearer\s+/i, ''), passphrase)
      if (failed === null) onConnected()
      else setFailure(failed)
    } catch {
      // The vault could not keep it.
      setFailure(textOf('storage'))
    } finally {
      setBusy(false)
    }
  }

  return { busy, failure, connect }
}

function textOf(kind: FailureKind): string {
  return failureText({ kind, detail: null, retryAt: null })
}
