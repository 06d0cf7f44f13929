import { type ReactNode, useEffect, useRef, useState } from 'react'
import { afterPaint } from '../hooks/afterPaint.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { ActionRegistry } from './ActionRegistry.ts'
import { RegistryContext } from './useAction.ts'
import type { TakeEarlyKeys } from './useEarlyKeys.ts'

interface ActionsProviderProps {
  /** Gives the keys that were pressed before this was loaded. */
  takeEarly?: TakeEarlyKeys
  children: ReactNode
}

/**
 * Lets what is below it register actions, and has their keys heard. The listener is loaded after the first paint; keys
 * pressed before it is there are kept for it.
 */
export function ActionsProvider({ takeEarly, children }: ActionsProviderProps) {
  const [registry] = useState(() => new ActionRegistry())
  const settings = useSettings()
  const latest = useRef(settings)
  useEffect(() => {
    latest.current = settings
  })
  useEffect(() => {
    let stop: (() => void) | null = null
    const early = takeEarly?.() ?? []
    const keep = (event: KeyboardEvent) => void early.push(event)
    window.addEventListener('keydown', keep)
    const left = new AbortController()
    void afterPaint()
      .then(() => import('./listenToKeys.ts'))
      .then(({ listenToKeys }) => {
        window.removeEventListener('keydown', keep)
        if (!left.signal.aborted) stop = listenToKeys(registry, () => latest.current, early)
      })
    return () => {
      left.abort()
      window.removeEventListener('keydown', keep)
      stop?.()
    }
  }, [registry, takeEarly])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}
