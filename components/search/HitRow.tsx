import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Message } from '../../lib/domain/message.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { Highlighted } from './Highlighted.tsx'
import styles from './HitRow.module.css'

interface HitRowProps {
  message: Message
  conversation: Conversation
  account: Account | null
  /** What was searched for in texts. */
  words: string
  onOpen: (conversationId: string, at: string) => void
}

/** One message that holds what was searched for. */
export function HitRow({ message, conversation, account, words, onOpen }: HitRowProps) {
  return (
    <button type="button" data-row className={styles.hit} onClick={() => onOpen(conversation.id, message.id)}>
      <Avatar name={conversation.title} accountPosition={account?.position ?? null} />
      <span className={styles.title} dir="auto">
        {conversation.title}
      </span>{' '}
      <span className={styles.line}>
        {message.own && <span className={styles.who}>You: </span>}
        <span className={styles.text} dir="auto">
          <Highlighted text={message.text} query={words} />
        </span>
      </span>{' '}
      <RelativeTime at={message.sentAt} className={styles.time} />
    </button>
  )
}
