import { useRef, useState } from 'react'
import type { ExportFormat } from '../../lib/domain/export/writers.ts'
import { failureText } from '../../lib/domain/failure.ts'
import { useDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import { exportName } from './exportName.ts'

interface ExportState {
  /** Messages written so far, and how many there are; null while nothing is being exported. */
  progress: { done: number; total: number } | null
  failure: string | null
  start: (format: ExportFormat, what: { conversationId: string | null; title: string }) => void
  cancel: () => void
}

/** One export at a time, and how far it is. The way to make one loads when it is asked for. */
export function useExport(): ExportState {
  const db = useDatabase()
  const { saveFile } = usePlatform()
  const [progress, setProgress] = useState<ExportState['progress']>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)

  const start: ExportState['start'] = async (format, { conversationId, title }) => {
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    setFailure(null)
    setProgress({ done: 0, total: 0 })
    try {
      const { makeExport } = await import('./makeExport.ts')
      const onProgress = (done: number, total: number) => setProgress({ done, total })
      const { signal } = controller
      const file = await makeExport(db, { format, conversationId, onProgress, signal })
      if (file) saveFile(exportName(title, file.ending), file.type, file.content)
    } catch {
      setFailure(failureText({ kind: 'storage', detail: null, retryAt: null }))
    }
    running.current = null
    setProgress(null)
  }

  return { progress, failure, start, cancel: () => running.current?.abort() }
}
