import { useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

/** Opens the key and has everything fetched that was missed. The passphrase goes from the input to the vault only. */
export function useUnlock() {
  const { vault, command } = usePlatform()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function unlock(passphrase: string): Promise<void> {
    if (passphrase === '') return setFailure(text('health_enterPassphrase'))
    setBusy(true)
    setFailure(null)
    try {
      if (await vault.unlock(passphrase)) void command('syncNow', {})
      else setFailure(text('health_wrongPassphrase'))
    } catch {
      setFailure(failureText({ kind: 'storage', detail: null, retryAt: null }))
    } finally {
      setBusy(false)
    }
  }

  return { busy, failure, unlock }
}
