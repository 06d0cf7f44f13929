import type { Attachment } from '../../lib/domain/message.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import type { TimelineItem } from '../../lib/domain/timeline.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { cx } from '../ui/cx.ts'
import { absoluteText, clockText } from '../ui/timeText.ts'
import { AttachmentChip } from './AttachmentChip.tsx'
import styles from './Bubble.module.css'
import { MessageText } from './MessageText.tsx'
import { isUploading, SendStatus } from './SendStatus.tsx'

export interface BubbleProps {
  item: TimelineItem
  /** Who the message is from where the message itself does not say. */
  otherName: string
  behind: boolean
  /** The message that was searched for. */
  found: boolean
  onEdit: (intentId: string) => void
}

/** One message. What listeners hear is sender, time, text, state, in this order; what the eye sees is sparser. */
export function Bubble({ item, otherName, behind, found, onEdit }: BubbleProps) {
  const { own, first, last, at } = item
  const sender = own ? text('thread_you') : senderOf(item, otherName)
  const words = item.kind === 'send' ? item.send.text : item.message.text
  const attachments = attachmentsOf(item)
  const needsUser =
    item.kind === 'send' && (item.send.state === 'failed' || item.send.state === 'unconfirmed')
  const copies = item.kind === 'message' ? item.copies : 1
  // One of several held replies, a scheduled one, or one whose files go up, can be taken back as well as the last.
  const canTakeBack =
    item.kind === 'send' && (['held', 'scheduled'].includes(item.send.state) || isUploading(item.send))
  const saysState = item.lastOwn || needsUser || canTakeBack
  const clock = clockText(at)
  const moment = new Date(at).toISOString()
  return (
    <article
      className={cx(styles.message, own ? styles.own : styles.theirs, first && styles.first)}
      {...(found ? { 'aria-current': 'true', 'data-found': '' } : {})}
    >
      {!own && first && (
        <span className={styles.avatar}>
          <Avatar name={sender} size={28} />
        </span>
      )}
      {first && !own ? (
        <p className={styles.name}>
          <bdi>{sender}</bdi>
          <span className="visually-hidden">
            {', '}
            <time dateTime={moment}>{clock}</time>
          </span>
        </p>
      ) : (
        <p className="visually-hidden">
          <bdi>{sender}</bdi>, <time dateTime={moment}>{clock}</time>
        </p>
      )}
      <div
        className={cx(
          styles.bubble,
          needsUser && styles.needsUser,
          found && styles.found,
          !first && styles.joinsAbove,
          !last && styles.joinsBelow,
        )}
        // Beside it when pointed at; the last of a group says it below.
        data-time={last ? undefined : clock}
      >
        {words !== '' && <MessageText text={words} />}
        {attachments.map((attachment, index) => (
          <AttachmentChip
            // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no id and never change places
            key={index}
            attachment={attachment}
            place={item.kind === 'message' ? { messageId: item.message.id, index } : null}
          />
        ))}
        {words === '' && attachments.length === 0 && (
          <span className={styles.none}>{text('thread_noText')}</span>
        )}
      </div>
      {(last || saysState || copies > 1) && (
        <div className={styles.below}>
          <time title={absoluteText(at)} dateTime={moment} aria-hidden="true">
            {clock}
          </time>
          {item.kind === 'send' && saysState && (
            <SendStatus send={item.send} behind={behind} onEdit={onEdit} />
          )}
          {item.kind === 'message' && item.lastOwn && (
            <>
              {' · '}
              <span>{text('send_sent')}</span>
            </>
          )}
          {copies > 1 && (
            <p className={styles.copies}>
              {copies === 2 ? text('thread_copiesTwice') : counted('thread_copies', copies)}
            </p>
          )}
        </div>
      )}
    </article>
  )
}

function senderOf(item: TimelineItem, otherName: string): string {
  const name = item.kind === 'message' ? item.message.senderName?.trim() : ''
  return name || otherName
}

/** What was sent along; one without details where only that something was is known. */
function attachmentsOf(item: TimelineItem): (Attachment | null)[] {
  if (item.kind === 'send')
    return (item.send.files ?? []).map(({ name, mediaType, byteSize }) => ({
      name,
      mediaType,
      byteSize,
      url: null,
    }))
  const { attachments, hasAttachment } = item.message
  return attachments.length === 0 && hasAttachment ? [null] : attachments
}
