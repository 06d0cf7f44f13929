import { type KeyboardEvent, useRef } from 'react'

interface ReplyKeys {
  onKeyDown: (event: KeyboardEvent) => void
  onCompositionStart: () => void
  onCompositionEnd: () => void
}

/**
 * Enter sends, Shift+Enter breaks the line, and an Enter that belongs to an input method does neither. With Control or
 * Command it is the key of an action, and left to whoever listens to those.
 */
export function useReplyKeys(send: () => void, onComposing: (underway: boolean) => void): ReplyKeys {
  const justComposed = useRef(false)
  return {
    onKeyDown(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
      // 229 is what a key handled by an input method reports; Safari sends it after the composition has ended.
      const native = event.nativeEvent
      if (native.isComposing || native.keyCode === 229 || justComposed.current) return
      event.preventDefault()
      if (!event.repeat) send()
    },
    onCompositionStart() {
      onComposing(true)
    },
    onCompositionEnd() {
      onComposing(false)
      // The Enter that ends a composition comes in the same task; the next one the user means.
      justComposed.current = true
      setTimeout(() => {
        justComposed.current = false
      })
    },
  }
}
