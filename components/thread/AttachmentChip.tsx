import Paperclip from 'lucide-react/icons/paperclip'
import { showHidden } from '../../lib/domain/links.ts'
import type { Attachment } from '../../lib/domain/message.ts'
import styles from './AttachmentChip.module.css'
import { attachmentKind } from './attachmentText.ts'

/** Says that something was sent along. Nothing is fetched, and no hidden sign makes one kind of file look like another. */
export function AttachmentChip({ attachment }: { attachment: Attachment | null }) {
  const kind = attachment ? attachmentKind(attachment) : ''
  return (
    <span className={styles.chip}>
      <Paperclip size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <bdi className={styles.name}>{showHidden(attachment?.name?.trim() || 'Attachment')}</bdi>
      {kind && <span className={styles.kind}>{kind}</span>}
    </span>
  )
}
