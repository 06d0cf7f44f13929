import { lazy, Suspense, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import { markRead, markUnread, setStarred } from '../../lib/store/intents/marks.ts'
import { setMuted } from '../../lib/store/intents/setMuted.ts'
import { markDone, moveToInbox, snooze } from '../../lib/store/intents/shelves.ts'
import { triageOf } from '../../lib/store/queries/triage.ts'
import { useAction } from '../actions/useAction.ts'
import { snoozeChoices } from '../conversation-list/snoozeChoices.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { clockText } from '../ui/timeText.ts'

const Menu = lazy(async () => ({ default: (await import('../ui/Menu.tsx')).Menu }))

interface TriageKeysProps {
  /** What the keys act on now; null for nothing. */
  target: () => Conversation | null
  /** What the menu of times to snooze stands at. */
  anchor: () => Element | null
  /** A conversation is about to be put away: whoever works through a list goes on with the next. */
  onAway: (conversationId: string) => void
  /** Before it is marked unread, so that looking at it does not undo that. */
  onMarkUnread?: (conversationId: string) => void
}

/** The keys that put conversations away or mark them. */
export function TriageKeys({ target, anchor, onAway, onMarkUnread }: TriageKeysProps) {
  const intend = useIntent()
  const [snoozing, setSnoozing] = useState<{ id: string; anchor: HTMLElement | null } | null>(null)
  /** An action on what the keys act on; the key is somebody else's where it does not apply. */
  const on = (act: (conversation: Conversation) => unknown) => () => {
    const conversation = target()
    return conversation ? act(conversation) : false
  }

  useAction(
    'done',
    on(({ id, shelf }) => {
      if (shelf !== 'inbox') return false
      onAway(id)
      void intend((db, now) => markDone(db, id, now))
    }),
  )
  useAction(
    'moveToInbox',
    on(({ id, shelf }) => (shelf === 'inbox' ? false : void intend((db) => moveToInbox(db, id)))),
  )
  useAction(
    'snooze',
    on(({ id }) => {
      const place = anchor()
      setSnoozing({ id, anchor: place instanceof HTMLElement ? place : null })
    }),
  )
  useAction(
    'star',
    on(({ id, starred }) => void intend((db, now) => setStarred(db, id, starred !== 1, now))),
  )
  useAction(
    'markUnread',
    on(({ id }) => {
      onMarkUnread?.(id)
      void intend((db, now) => markUnread(db, id, now))
    }),
  )
  useAction(
    'markRead',
    on(({ id }) => void intend((db, now) => markRead(db, id, now, 'always'))),
  )
  useAction(
    'mute',
    on(
      ({ id }) =>
        void intend(async (db) => {
          const triage = await triageOf(db, id)
          await setMuted(db, id, triage?.muted !== true)
        }),
    ),
  )

  if (!snoozing) return null
  return (
    <Suspense>
      <Menu
        label="Snooze until"
        anchor={snoozing.anchor}
        onClose={() => setSnoozing(null)}
        items={snoozeChoices(Date.now()).map(({ name, until }) => ({
          id: name,
          name,
          hint: clockText(until),
          // The menu gives the focus back first; then it moves on.
          onChoose: () =>
            void afterPaint().then(() => {
              onAway(snoozing.id)
              void intend((db) => snooze(db, snoozing.id, until))
            }),
        }))}
      />
    </Suspense>
  )
}
