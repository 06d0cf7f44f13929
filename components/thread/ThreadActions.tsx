import Bell from 'lucide-react/icons/bell'
import BellOff from 'lucide-react/icons/bell-off'
import CircleCheck from 'lucide-react/icons/circle-check'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Inbox from 'lucide-react/icons/inbox'
import Mail from 'lucide-react/icons/mail'
import Star from 'lucide-react/icons/star'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Participant } from '../../lib/domain/participant.ts'
import { text } from '../../lib/domain/texts.ts'
import { useAction } from '../actions/useAction.ts'
import { type Deed, DONE, muting, starring, TO_INBOX, UNREAD } from '../triage/deeds.ts'
import { useTriage } from '../triage/useTriage.ts'
import { type TriageMenu, useTriageMenus } from '../triage/useTriageMenus.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { TypedAhead } from '../ui/TypedAhead.tsx'
import styles from './ThreadActions.module.css'

const ThreadMenu = lazy(async () => ({ default: (await import('./ThreadMenu.tsx')).ThreadMenu }))
const NoteDialog = lazy(async () => ({ default: (await import('../triage/NoteDialog.tsx')).NoteDialog }))

interface ThreadActionsProps {
  conversation: Conversation
  account: Account | undefined
  /** The other people in it. */
  people: readonly Participant[]
  onBack?: (() => void) | undefined
  /** Before it is marked unread, so that looking at it does not undo that. */
  onMarkUnread: () => void
}

/** What can be done with the open conversation: the usual in buttons, all of it in a menu. */
export function ThreadActions({ conversation, account, people, onBack, onMarkUnread }: ThreadActionsProps) {
  const { id, starred, shelf, muted } = conversation
  const { act } = useTriage()
  const more = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState<'menu' | 'note' | null>(null)
  const run = (deed: Deed) => {
    void act([id], deed)
    if (deed.away && deed !== TO_INBOX) onBack?.()
  }
  const { menu, open } = useTriageMenus((_, deed) => run(deed))
  useAction('note', () => setAsked('note'))
  const close = () => setAsked(null)

  function leaveUnread() {
    onMarkUnread()
    run(UNREAD)
    onBack?.()
  }

  return (
    <div className={styles.actions}>
      <IconButton
        label={starred ? text('thread_unstar') : text('thread_star')}
        icon={Star}
        aria-pressed={starred === 1}
        className={cx(starred === 1 && styles.starred)}
        onClick={() => run(starring(starred !== 1))}
      />
      <IconButton
        label={muted ? text('thread_unmute') : text('thread_mute')}
        title={muted ? text('thread_unmute_hint') : text('thread_mute_hint')}
        icon={muted ? BellOff : Bell}
        aria-pressed={muted}
        className={styles.roomy}
        onClick={() => run(muting(!muted))}
      />
      <IconButton
        label={text('thread_markUnread')}
        icon={Mail}
        className={styles.roomy}
        onClick={leaveUnread}
      />
      {shelf === 'inbox' ? (
        <IconButton label={text('thread_done')} icon={CircleCheck} onClick={() => run(DONE)} />
      ) : (
        <IconButton label={text('thread_moveToInbox')} icon={Inbox} onClick={() => run(TO_INBOX)} />
      )}
      <IconButton
        ref={more}
        label={text('thread_more')}
        icon={Ellipsis}
        aria-haspopup="menu"
        aria-expanded={asked === 'menu'}
        onClick={() => setAsked('menu')}
      />
      <Suspense fallback={asked === 'note' && <TypedAhead />}>
        {asked === 'menu' && (
          <ThreadMenu
            conversation={conversation}
            account={account}
            anchor={more.current}
            onMenu={(wanted: TriageMenu) => open(wanted, [id], more.current)}
            onNote={() => setAsked('note')}
            onMute={() => run(muting(!muted))}
            onMarkUnread={leaveUnread}
            onClose={() => setAsked((now) => (now === 'menu' ? null : now))}
          />
        )}
        {asked === 'note' && <NoteDialog conversationId={id} people={people} onClose={close} />}
      </Suspense>
      {menu}
    </div>
  )
}
