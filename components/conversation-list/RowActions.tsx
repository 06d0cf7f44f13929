import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock-3'
import Inbox from 'lucide-react/icons/inbox'
import Mail from 'lucide-react/icons/mail'
import MailOpen from 'lucide-react/icons/mail-open'
import { useRef, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { text } from '../../lib/domain/texts.ts'
import { type Deed, DONE, READ, snoozing, TO_INBOX, UNREAD } from '../triage/deeds.ts'
import { useTriage } from '../triage/useTriage.ts'
import { useTriageMenus } from '../triage/useTriageMenus.tsx'
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
  const { act } = useTriage()
  const [choosing, setChoosing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const snoozeButton = useRef<HTMLButtonElement>(null)

  function run(deed: Deed) {
    keepFocus(place.current)
    void act([id], deed)
  }
  const { menu, open } = useTriageMenus((_, deed) => run(deed))

  function closeMenu() {
    setChoosing(false)
    snoozeButton.current?.focus()
  }

  return (
    <div ref={place} className={cx(styles.actions, choosing && styles.choosing, className)}>
      {unread === 1 ? (
        <IconButton size={16} icon={MailOpen} label={text('action_markRead')} onClick={() => run(READ)} />
      ) : (
        shelf === 'inbox' && (
          <IconButton size={16} icon={Mail} label={text('action_markUnread')} onClick={() => run(UNREAD)} />
        )
      )}
      {shelf === 'inbox' ? (
        <>
          <IconButton size={16} icon={CircleCheck} label={text('action_done')} onClick={() => run(DONE)} />
          <IconButton
            ref={snoozeButton}
            size={16}
            icon={Clock}
            label={text('action_snooze')}
            aria-expanded={choosing}
            onClick={() => setChoosing(!choosing)}
          />
        </>
      ) : (
        <IconButton size={16} icon={Inbox} label={text('action_moveToInbox')} onClick={() => run(TO_INBOX)} />
      )}
      {choosing && (
        <SnoozeMenu
          onChoose={(until) => run(snoozing(until))}
          onOther={() => {
            setChoosing(false)
            open('snooze', [id], snoozeButton.current)
          }}
          onClose={closeMenu}
        />
      )}
      {menu}
    </div>
  )
}
