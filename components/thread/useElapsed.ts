import { useEffect, useState } from 'react'

/** Becomes true `ms` after a point in local time. */
export function useElapsed(since: number, ms: number): boolean {
  const [elapsed, setElapsed] = useState(() => Date.now() - since >= ms)
  useEffect(() => {
    const left = since + ms - Date.now()
    setElapsed(left <= 0)
    if (left <= 0) return
    const timer = setTimeout(() => setElapsed(true), left)
    return () => clearTimeout(timer)
  }, [since, ms])
  return elapsed
}
