import { lazy, Suspense } from 'react'
import { useAfterPaint } from '../hooks/useAfterPaint.ts'
import type { BoxFiles } from './useFiles.ts'

const FileTray = lazy(async () => ({ default: (await import('./FileTray.tsx')).FileTray }))

/** The files in the reply box; nothing of the first screen, so it loads after that. */
export function FilesInBox(props: { box: BoxFiles; withoutText: boolean }) {
  if (!useAfterPaint()) return null
  return (
    <Suspense>
      <FileTray {...props} />
    </Suspense>
  )
}
