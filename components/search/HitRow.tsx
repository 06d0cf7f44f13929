import { memo } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Message } from '../../lib/domain/message.ts'
import { sameData } from '../../lib/domain/sameData.ts'
import { text } from '../../lib/domain/texts.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { Highlighted } from './Highlighted.tsx'
import styles from './HitRow.module.css'

interface HitRowProps {
  message: Message
  /** Of the conversation it is in. */
  title: string
  account: Account | null
  /** What was searched for in texts. */
  words: string
  onOpen: (conversationId: string, at: string) => void
}

/** One message that holds what was searched for. Answers are copies, of which most rows say what they said before. */
export const HitRow = memo(function HitRow({ message, title, account, words, onOpen }: HitRowProps) {
  return (
    <button
      type="button"
      data-row
      className={styles.hit}
      onClick={() => onOpen(message.conversationId, message.id)}
    >
      <Avatar name={title} accountPosition={account?.position ?? null} />
      <span className={styles.title} dir="auto">
        {title}
      </span>{' '}
      <span className={styles.line}>
        {message.own && <span className={styles.who}>{text('list_you')} </span>}
        <span className={styles.text} dir="auto">
          <Highlighted text={message.text} query={words} />
        </span>
      </span>{' '}
      <RelativeTime at={message.sentAt} className={styles.time} />
    </button>
  )
}, sameData)
