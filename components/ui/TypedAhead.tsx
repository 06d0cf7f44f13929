import { type RefObject, useLayoutEffect } from 'react'

interface TypedAheadProps {
  /** What was typed so far, for the box that is to come. */
  begun?: RefObject<string>
  onClose?: () => void
}

/** Stands where something to type in is on its way: what quick hands type until then is kept for it, and does nothing to what lies behind. */
export function TypedAhead({ begun, onClose }: TypedAheadProps) {
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab') return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') onClose?.()
      if (!begun || event.repeat) return
      if (event.key === 'Backspace') begun.current = begun.current.slice(0, -1)
      else if ([...event.key].length === 1) begun.current += event.key
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [begun, onClose])
  return null
}
