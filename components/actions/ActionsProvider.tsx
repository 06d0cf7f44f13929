import { type ReactNode, useEffect, useRef, useState } from 'react'
import { afterPaint } from '../hooks/afterPaint.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { ActionRegistry } from './ActionRegistry.ts'
import { RegistryContext } from './useAction.ts'

/**
 * Lets what is below it register actions, and has their keys heard. The listener is loaded after the first paint; keys
 * pressed before it is there are kept for it.
 */
export function ActionsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new ActionRegistry())
  const settings = useSettings()
  const latest = useRef(settings)
  useEffect(() => {
    latest.current = settings
  })
  useEffect(() => {
    let stop: (() => void) | null = null
    const early: KeyboardEvent[] = []
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
  }, [registry])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}
