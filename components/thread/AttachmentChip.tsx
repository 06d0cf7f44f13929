import Paperclip from 'lucide-react/icons/paperclip'
import { isFetchable } from '../../lib/domain/file.ts'
import { showHidden } from '../../lib/domain/links.ts'
import type { Attachment } from '../../lib/domain/message.ts'
import { text } from '../../lib/domain/texts.ts'
import { FileActions } from '../attachments/FileActions.tsx'
import styles from './AttachmentChip.module.css'
import { attachmentKind } from './attachmentText.ts'

interface AttachmentChipProps {
  /** Null where only that something was sent along is known. */
  attachment: Attachment | null
  /** The message it came with, and its place there; null while its own message is not sent yet. */
  place: { messageId: string; index: number } | null
}

/** Says that something was sent along. Nothing is fetched unasked, and no hidden sign makes one kind of file look like another. */
export function AttachmentChip({ attachment, place }: AttachmentChipProps) {
  const kind = attachment ? attachmentKind(attachment) : ''
  const name = showHidden(attachment?.name?.trim() || text('thread_attachment'))
  return (
    <>
      <span className={styles.chip}>
        <Paperclip size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
        <bdi className={styles.name}>{name}</bdi>
        {kind && <span className={styles.kind}>{kind}</span>}
      </span>
      {attachment && place && isFetchable(attachment.url) && (
        <FileActions attachment={attachment} name={name} {...place} />
      )}
    </>
  )
}
