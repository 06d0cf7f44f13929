import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Takes files that are pasted into or dropped on the section around an element; true while some are held over it. A file
 * dropped beside it is not opened in place of the page.
 */
export function useFilesFromOutside(
  place: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const handle = useRef(onFiles)
  useEffect(() => {
    handle.current = onFiles
  })
  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && place.current?.closest('section')?.contains(target) === true
    const ends = new AbortController()
    const { signal } = ends
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = isInside(event.target) ? 'copy' : 'none'
      setOver(isInside(event.target))
    }
    document.addEventListener('dragover', hold, { signal })
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), {
      signal,
    })
    document.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        const files = [...(event.dataTransfer?.files ?? [])]
        if (files.length === 0) return
        event.preventDefault()
        if (isInside(event.target)) handle.current(files)
      },
      { signal },
    )
    document.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])]
        const isText = event.clipboardData?.types.includes('text/plain') === true
        // A table that was copied comes as a picture too, but its text is meant.
        if (files.length === 0 || isText || !isInside(event.target)) return
        event.preventDefault()
        handle.current(files)
      },
      { signal },
    )
    return () => ends.abort()
  }, [place])
  return over
}
