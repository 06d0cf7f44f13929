import { useSyncExternalStore } from 'react'

const TICK = 15_000
// One clock for the page: a hundred rows with a timer each would wake a hundred times.
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** Local ms, renewed every 15 s and when the page is shown again. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}

function tick(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

function tickWhenShown(): void {
  if (document.visibilityState === 'visible') tick()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now()
    timer = setInterval(tick, TICK)
    document.addEventListener('visibilitychange', tickWhenShown)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tickWhenShown)
  }
}
