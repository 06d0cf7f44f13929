import { useEffect, useRef, useState } from 'react'
import { type Failure, type FailureKind, failureText } from '../../lib/domain/failure.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { clockText } from '../ui/timeText.ts'

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
    return outcome.ok ? null : triedText(outcome.failure)
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

/** Elsewhere a pause ends by itself; a key is tried again by nobody but the user. */
function triedText(failure: Failure): string {
  const { kind, retryAt } = failure
  if (kind === 'budget') return 'Many requests were made in the last minute. Try again in a minute.'
  if (kind !== 'rateLimited') return failureText(failure)
  // The minute after the one it ends in, so that the time told is never too early.
  const when = retryAt === null ? 'in a minute' : `at ${clockText(retryAt + 59_999)}`
  return `The API asks for a pause. Try again ${when}.`
}

function textOf(kind: FailureKind): string {
  return failureText({ kind, detail: null, retryAt: null })
}
