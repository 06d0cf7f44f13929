import type { Platform } from '../../lib/commands/Platform.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { ExportFormat } from '../../lib/domain/export/writers.ts'
import { failureText } from '../../lib/domain/failure.ts'
import { numberText, text } from '../../lib/domain/texts.ts'
import type { Database } from '../../lib/store/database.ts'
import { showToast } from '../ui/toasts.ts'
import { exportName } from './exportName.ts'
import { makeExport } from './makeExport.ts'

/** A conversation shorter than this is there before anybody could read how far it is. */
const LONG = 5_000

/** Saves one conversation as a file; a long one says how far it is. */
export async function exportThread(
  db: Database,
  saveFile: Platform['saveFile'],
  { id, title }: Conversation,
  format: ExportFormat,
): Promise<void> {
  const toast = `export-${id}`
  const controller = new AbortController()
  const action = { name: text('common_cancel'), run: () => controller.abort() }
  const onProgress = (done: number, total: number) => {
    if (total < LONG || done % LONG !== 0) return
    const words = text('export_underWay', { done: numberText(done), total: numberText(total) })
    showToast({ id: toast, text: words, action })
  }
  try {
    const order = { format, conversationId: id, onProgress, signal: controller.signal }
    const file = await makeExport(db, order)
    if (!file) return
    saveFile(exportName(title, file.ending), file.type, file.content)
    showToast({ id: toast, text: text('export_done') })
  } catch {
    const words = failureText({ kind: 'storage', detail: null, retryAt: null })
    showToast({ id: toast, text: words, tone: 'danger' })
  }
}
