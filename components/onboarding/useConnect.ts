import { useEffect, useRef, useState } from 'react'
import { type Failure, type FailureKind, failureText } from '../../lib/domain/failure.ts'
import { SAMPLE_KEY } from '../../lib/domain/sample.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { clockText } from '../ui/timeText.ts'

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
    if (key === '') return text('onboarding_notEntered')
    const asksApi = key !== SAMPLE_KEY
    if (asksApi && !mayReachApi.current) mayReachApi.current = await platform.requestHostAccess()
    if (asksApi && !mayReachApi.current) return textOf('permissionMissing')
    if (!(await platform.offerKey(key, passphrase))) return text('onboarding_wrongPassphrase')
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
  // Neither a list nor the status of an account is there (contract 1.2).
  if (kind === 'notFound') return text('health_noAccount')
  if (kind === 'budget') return text('onboarding_tooMany')
  if (kind !== 'rateLimited') return failureText(failure)
  if (retryAt === null) return text('onboarding_trySoon')
  // The minute after the one it ends in, so that the time told is never too early.
  return text('onboarding_tryAt', { time: clockText(retryAt + 59_999) })
}

function textOf(kind: FailureKind): string {
  return failureText({ kind, detail: null, retryAt: null })
}
