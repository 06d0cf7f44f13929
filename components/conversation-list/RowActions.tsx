import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock-3'
import Inbox from 'lucide-react/icons/inbox'
import Mail from 'lucide-react/icons/mail'
import MailOpen from 'lucide-react/icons/mail-open'
import { useRef, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { markRead, markUnread } from '../../lib/store/intents/marks.ts'
import { markDone, moveToInbox, snooze } from '../../lib/store/intents/shelves.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { keepFocus } from './keepFocus.ts'
import styles from './RowActions.module.css'
import { SnoozeMenu } from './SnoozeMenu.tsx'

interface RowActionsProps {
  conversation: Conversation
  className?: string | undefined
}

/** What can be done with a conversation without opening it. */
export function RowActions({ conversation, className }: RowActionsProps) {
  const { id, unread, shelf } = conversation
  const write = useIntent()
  const [choosing, setChoosing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const snoozeButton = useRef<HTMLButtonElement>(null)

  function act(work: Parameters<typeof write>[0]) {
    keepFocus(place.current)
    void write(work)
  }

  function closeMenu() {
    setChoosing(false)
    snoozeButton.current?.focus()
  }

  return (
    <div ref={place} className={cx(styles.actions, className)}>
      {unread === 1 ? (
        <IconButton
          size={16}
          icon={MailOpen}
          label="Mark as read"
          onClick={() => act((db, now) => markRead(db, id, now, 'always'))}
        />
      ) : (
        shelf === 'inbox' && (
          <IconButton
            size={16}
            icon={Mail}
            label="Mark as unread"
            onClick={() => act((db, now) => markUnread(db, id, now))}
          />
        )
      )}
      {shelf === 'inbox' ? (
        <>
          <IconButton
            size={16}
            icon={CircleCheck}
            label="Done"
            onClick={() => act((db, now) => markDone(db, id, now))}
          />
          <IconButton
            ref={snoozeButton}
            size={16}
            icon={Clock}
            label="Snooze"
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          />
        </>
      ) : (
        <IconButton
          size={16}
          icon={Inbox}
          label="Move to inbox"
          onClick={() => act((db) => moveToInbox(db, id))}
        />
      )}
      {choosing && (
        <SnoozeMenu onChoose={(until) => act((db) => snooze(db, id, until))} onClose={closeMenu} />
      )}
    </div>
  )
}
