import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './afterPaint.ts'

let painted = false

/** False until the page was painted once with whoever asks in it; for what nobody sees before they point at it. */
export function useAfterPaint(): boolean {
  const [after, setAfter] = useState(painted)
  useEffect(() => {
    if (after) return
    void afterPaint().then(() => {
      painted = true
      startTransition(() => setAfter(true))
    })
  }, [after])
  return after
}
