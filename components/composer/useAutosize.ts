import { type RefObject, useLayoutEffect } from 'react'

/** Where the browser does it by itself (`field-sizing`), without a layout of its own at each key. */
const isByStyle = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

/** Makes a textarea as high as its text; its CSS says how high it may become. */
export function useAutosize(ref: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides the height
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || isByStyle) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [ref, text])
}
