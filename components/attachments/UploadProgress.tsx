import type { SendIntent } from '../../lib/domain/intent.ts'
import { counted, numberText } from '../../lib/domain/texts.ts'
import { filesOf } from '../../lib/store/queries/files.ts'
import { useStored } from '../hooks/useStored.ts'
import { ProgressLine } from '../ui/ProgressLine.tsx'

interface UploadProgressProps {
  send: SendIntent
  /** Takes text and files back into the reply box. */
  onCancel: () => void
}

/** How many files of a reply are up. How far the one under way is, no browser tells, and so neither do we. */
export function UploadProgress({ send, onCancel }: UploadProgressProps) {
  const { id, files = [] } = send
  const total = files.length
  const stored = useStored((db) => filesOf(db, files), [id])
  const done = stored?.filter((file) => file && file.uploaded !== null).length ?? 0
  const words = counted('attachments_uploaded', total, { done: numberText(done) })
  return <ProgressLine text={words} done={done} total={total} onCancel={onCancel} />
}
