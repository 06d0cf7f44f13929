import { useEffect, useState } from 'react'
import { isKept } from '../../lib/vault/keeping.ts'
import { useKeyState } from '../hooks/useKeyState.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'

/**
 * A key without a connection is what a lost database leaves behind: then the worker takes the connection up again, and
 * nobody has to enter the key anew.
 * @returns true while that is found out and done
 */
export function useRestoring(unconnected: boolean): boolean {
  const { command } = usePlatform()
  const key = useKeyState()
  const [failed, setFailed] = useState(false)
  const lost = unconnected && key !== undefined && isKept(key)

  useEffect(() => {
    if (!lost) return setFailed(false)
    let left = false
    // By the time it answers, what was to be restored is; else there is nothing for it but to connect anew.
    void command('syncNow', {}).then(() => {
      if (!left) setFailed(true)
    })
    return () => {
      left = true
    }
  }, [lost, command])

  return unconnected && (key === undefined || (lost && !failed))
}
