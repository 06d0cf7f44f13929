import { useEffect } from 'react'
import { afterPaint } from './afterPaint.ts'

/** An effect for what the first sight does not need: it begins once what is on the page now was painted. */
export function useLateEffect(effect: () => () => void, deps: readonly unknown[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what its effect depends on
  useEffect(() => {
    let end: (() => void) | undefined
    let left = false
    void afterPaint().then(() => {
      if (!left) end = effect()
    })
    return () => {
      left = true
      end?.()
    }
  }, [...deps])
}
