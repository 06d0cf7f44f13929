import Paperclip from 'lucide-react/icons/paperclip'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { text } from '../../lib/domain/texts.ts'
import { cx } from '../ui/cx.ts'
import styles from './PreviewLine.module.css'
import { previewText } from './previewText.ts'

interface PreviewLineProps {
  conversation: Pick<Conversation, 'preview' | 'title' | 'participants'>
  draft?: boolean
}

/** The newest message in one line. Who wrote it stands apart, so that it cannot turn the text's direction around. */
export function PreviewLine({ conversation, draft = false }: PreviewLineProps) {
  const { who, text: line, substitute } = previewText(conversation)
  return (
    <span className={styles.preview}>
      {draft && <span className={styles.draft}>{text('list_draft')} </span>}
      {who && <span className={styles.who}>{who}</span>}
      {conversation.preview?.hasAttachment && (
        <Paperclip size={14} strokeWidth={1.75} aria-hidden className={styles.clip} />
      )}
      <span className={cx(styles.text, substitute && styles.substitute)} dir="auto">
        {line}
      </span>
    </span>
  )
}
