import { numberText, text } from '../../lib/domain/texts.ts'
import { ProgressLine } from '../ui/ProgressLine.tsx'

interface ExportProgressProps {
  progress: { done: number; total: number }
  onCancel: () => void
}

/** How far an export is. */
export function ExportProgress({ progress: { done, total }, onCancel }: ExportProgressProps) {
  const words = text('export_progress', { done: numberText(done), total: numberText(total) })
  return (
    <ProgressLine label={text('export_label')} text={words} done={done} total={total} onCancel={onCancel} />
  )
}
