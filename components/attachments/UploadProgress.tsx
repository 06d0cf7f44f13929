import type { SendIntent } from '../../lib/domain/intent.ts'
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
  const text = `${done} of ${total} ${total === 1 ? 'file' : 'files'} uploaded`
  return <ProgressLine text={text} done={done} total={total} onCancel={onCancel} />
}
