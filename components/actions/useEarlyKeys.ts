import { useCallback, useEffect, useRef } from 'react'

/** Gives the keys that were pressed so far, and ends keeping them. */
export type TakeEarlyKeys = () => KeyboardEvent[]

/** Keeps the keys that are pressed before what hears them is loaded, so that none is lost. */
export function useEarlyKeys(): TakeEarlyKeys {
  const kept = useRef<KeyboardEvent[]>([])
  const stop = useRef(() => {})
  useEffect(() => {
    const keep = (event: KeyboardEvent) => void kept.current.push(event)
    window.addEventListener('keydown', keep)
    stop.current = () => window.removeEventListener('keydown', keep)
    return stop.current
  }, [])
  return useCallback(() => {
    stop.current()
    return kept.current.splice(0)
  }, [])
}
