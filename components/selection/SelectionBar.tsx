import Bell from 'lucide-react/icons/bell'
import BellOff from 'lucide-react/icons/bell-off'
import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock-3'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Inbox from 'lucide-react/icons/inbox'
import Mail from 'lucide-react/icons/mail'
import MailOpen from 'lucide-react/icons/mail-open'
import Star from 'lucide-react/icons/star'
import StarOff from 'lucide-react/icons/star-off'
import Tag from 'lucide-react/icons/tag'
import Timer from 'lucide-react/icons/timer'
import X from 'lucide-react/icons/x'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import { type Deed, DONE, muting, READ, starring, TO_INBOX, UNREAD } from '../triage/deeds.ts'
import { useTriage } from '../triage/useTriage.ts'
import { useTriageMenus } from '../triage/useTriageMenus.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './SelectionBar.module.css'
import { useSelection } from './SelectionContext.ts'

const Menu = lazy(async () => ({ default: (await import('../ui/Menu.tsx')).Menu }))

interface SelectionBarProps {
  /** The rows of the list, as far as it was scrolled. */
  rows: readonly Conversation[]
}

/** How many conversations are chosen, and what can be done with all of them at once. */
export function SelectionBar({ rows }: SelectionBarProps) {
  const { ids, selection } = useSelection()
  const { act } = useTriage()
  const bar = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState<HTMLElement | null>(null)
  // What leaves the list leaves the selection; marks do not, so that more can be done with the same ones.
  const doAll = async (chosen: readonly string[], deed: Deed) => {
    if ((await act(chosen, deed)) && deed.away) selection?.clear()
  }
  const { menu, open } = useTriageMenus(doAll)
  const run = (deed: Deed) => void doAll(ids, deed)
  const chosen = rows.filter(({ id }) => ids.includes(id))
  const inInbox = chosen.some(({ shelf }) => shelf === 'inbox')
  const isUnread = chosen.some(({ unread }) => unread === 1)
  const starred = chosen.every((row) => row.starred === 1)
  const muted = chosen.every((row) => row.muted)
  const moreButton = () => bar.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]') ?? null

  return (
    <div ref={bar} className={styles.bar} role="toolbar" aria-label={text('selection_label')}>
      <IconButton
        size={16}
        icon={X}
        label={text('action_clearSelection')}
        onClick={() => selection?.clear()}
      />
      <span className={styles.count} role="status">
        {counted('selection_count', ids.length)}
      </span>
      {inInbox ? (
        <>
          <IconButton size={16} icon={CircleCheck} label={text('action_done')} onClick={() => run(DONE)} />
          <IconButton
            size={16}
            icon={Clock}
            label={text('action_snooze')}
            onClick={({ currentTarget }) => open('snooze', ids, currentTarget)}
          />
        </>
      ) : (
        <IconButton size={16} icon={Inbox} label={text('action_moveToInbox')} onClick={() => run(TO_INBOX)} />
      )}
      <IconButton
        size={16}
        icon={Tag}
        label={text('action_label')}
        onClick={({ currentTarget }) => open('label', ids, currentTarget)}
      />
      <IconButton
        size={16}
        icon={isUnread ? MailOpen : Mail}
        label={text(isUnread ? 'action_markRead' : 'action_markUnread')}
        onClick={() => run(isUnread ? READ : UNREAD)}
      />
      <IconButton
        size={16}
        icon={Ellipsis}
        label={text('selection_more')}
        aria-haspopup="menu"
        aria-expanded={more !== null}
        onClick={({ currentTarget }) => setMore(currentTarget)}
      />
      {more && (
        <Suspense>
          <Menu
            label={text('selection_more')}
            anchor={more}
            align="end"
            onClose={() => setMore(null)}
            items={[
              {
                id: 'star',
                name: text(starred ? 'triage_unstar' : 'action_star'),
                icon: starred ? StarOff : Star,
                onChoose: () => run(starring(!starred)),
              },
              {
                id: 'mute',
                name: text(muted ? 'triage_unmute' : 'action_mute'),
                icon: muted ? Bell : BellOff,
                onChoose: () => run(muting(!muted)),
              },
              {
                id: 'remind',
                name: text('triage_remind'),
                icon: Timer,
                onChoose: () => open('remind', ids, moreButton()),
              },
              {
                id: 'all',
                name: counted('selection_all', rows.length),
                apart: true,
                onChoose: () => selection?.add(rows.map(({ id }) => id)),
              },
            ]}
          />
        </Suspense>
      )}
      {menu}
    </div>
  )
}
