import { ProgressLine } from '../ui/ProgressLine.tsx'

interface ExportProgressProps {
  progress: { done: number; total: number }
  onCancel: () => void
}

/** How far an export is. */
export function ExportProgress({ progress: { done, total }, onCancel }: ExportProgressProps) {
  const text = `${done.toLocaleString()} of ${total.toLocaleString()} messages`
  return <ProgressLine label="Export" text={text} done={done} total={total} onCancel={onCancel} />
}
