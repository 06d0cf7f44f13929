import { type RefObject, useEffect } from 'react'
import { flushSync } from 'react-dom'
import type { DraftKeeper } from './DraftKeeper.ts'

/** What is written next goes into an empty box, however it comes: of what is pasted or dictated, React tells in some browsers only. */
export function useEmptiedFirst(box: RefObject<HTMLTextAreaElement | null>, keeper: DraftKeeper): void {
  useEffect(() => {
    const element = box.current
    const empty = () => flushSync(keeper.showEmptied)
    element?.addEventListener('beforeinput', empty)
    return () => element?.removeEventListener('beforeinput', empty)
  }, [box, keeper])
}
