import { type RefObject, useEffect } from 'react'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { readAhead } from './newestScreens.ts'

/** The row under the pointer, or with the focus, is likely the next to be opened: its thread is read meanwhile. */
export function useReadAhead(list: RefObject<HTMLElement | null>): void {
  const db = useLateDatabase()
  useEffect(() => {
    if (!db) return
    const left = new AbortController()
    const look = ({ target }: Event) => {
      const row = target instanceof Element && target.closest<HTMLElement>('[data-row]')?.dataset.row
      // What cannot be read now is told when it is opened.
      if (row) void readAhead(db, row).catch(() => undefined)
    }
    for (const sign of ['pointerover', 'pointerdown', 'focusin'])
      list.current?.addEventListener(sign, look, { signal: left.signal })
    return () => left.abort()
  }, [db, list])
}
