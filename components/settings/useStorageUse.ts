import { useEffect, useState } from 'react'
import { useNow } from '../hooks/useNow.ts'

/** How much of the disk is used and allowed, as text; a dash where the browser does not say. */
export function useStorageUse(): string {
  const [text, setText] = useState('–')
  const now = useNow()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again at each tick of the clock
  useEffect(() => {
    // Missing in some browsers' private windows.
    void navigator.storage?.estimate?.().then(({ usage, quota }) => {
      if (usage !== undefined && quota !== undefined) setText(`${sizeText(usage)} of ${sizeText(quota)}`)
    })
  }, [now])
  return text
}

/** A number of bytes as people read it. */
export function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
