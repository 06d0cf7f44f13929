import type { ExportFormat } from '../../lib/domain/export/writers.ts'
import type { Database } from '../../lib/store/database.ts'
import { countToExport, exportPieces } from '../../lib/store/export/exportMessages.ts'

/** Text is handed over to the browser, out of the page's own memory, in parts of about this many characters. */
const PART = 2_000_000

const TYPES = { json: 'application/json', csv: 'text/csv', markdown: 'text/markdown' } as const
const ENDINGS = { json: 'json', csv: 'csv', markdown: 'md' } as const

interface ExportOrder {
  format: ExportFormat
  /** Null for everything. */
  conversationId: string | null
  onProgress: (done: number, total: number) => void
  signal: AbortSignal
}

export interface ExportedFile {
  content: Blob
  type: string
  ending: string
}

/**
 * Makes an export bit by bit, so that the page stays usable however much it is.
 * @returns null where it was called off
 */
export async function makeExport(db: Database, order: ExportOrder): Promise<ExportedFile | null> {
  const { format, conversationId, onProgress, signal } = order
  const total = await countToExport(db, conversationId)
  const parts: Blob[] = []
  let text = ''
  let done = 0
  for await (const piece of exportPieces(db, format, conversationId, new Date().toISOString())) {
    if (signal.aborted) return null
    text += piece.text
    done += piece.messages
    if (text.length > PART) {
      parts.push(new Blob([text]))
      text = ''
    }
    if (piece.messages > 0) onProgress(Math.min(done, total), total)
  }
  const type = TYPES[format]
  return { content: new Blob([...parts, text], { type }), type, ending: ENDINGS[format] }
}
