import { lazy, type ReactNode, type RefObject, Suspense, useCallback, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import { TypedAhead } from '../ui/TypedAhead.tsx'
import { type Deed, reminding, snoozing } from './deeds.ts'

const TimePicker = lazy(async () => ({ default: (await import('./TimePicker.tsx')).TimePicker }))
const LabelPicker = lazy(async () => ({ default: (await import('./LabelPicker.tsx')).LabelPicker }))

/** Loads them while nobody waits: who is quick types on after the key that opens one, and would hit other keys. */
export function loadTriageMenus(): void {
  void import('./TimePicker.tsx').catch(() => undefined)
}

export type TriageMenu = 'snooze' | 'remind' | 'label'

interface Asked {
  menu: TriageMenu
  ids: readonly string[]
  anchor: HTMLElement | null
}

type OpenMenu = (menu: TriageMenu, ids: readonly string[], anchor: HTMLElement | null) => void

/**
 * The menus of what needs a choice, loaded when first opened. Render `menu`; call `open` with the conversations and
 * the button it stands at.
 */
export function useTriageMenus(act: (ids: readonly string[], deed: Deed) => unknown): {
  menu: ReactNode
  open: OpenMenu
} {
  const [asked, setAsked] = useState<Asked | null>(null)
  const begun = useRef('')
  const close = useCallback(() => setAsked(null), [])
  const open = useCallback<OpenMenu>((menu, ids, anchor) => {
    begun.current = ''
    setAsked({ menu, ids, anchor })
  }, [])
  // The menu gives the focus back first; then it may move on.
  const later = (ids: readonly string[], deed: Deed) => void afterPaint().then(() => act(ids, deed))
  const menu = asked && (
    <Suspense fallback={<TypedAhead begun={begun} onClose={close} />}>
      {menuOf(asked, begun, later, close)}
    </Suspense>
  )
  return { menu, open }
}

function menuOf(
  { menu, ids, anchor }: Asked,
  begun: RefObject<string>,
  act: (ids: readonly string[], deed: Deed) => unknown,
  onClose: () => void,
): ReactNode {
  switch (menu) {
    case 'snooze':
      return (
        <TimePicker
          label={text('triage_snoozeUntil')}
          anchor={anchor}
          begun={begun}
          onChoose={(until) => act(ids, snoozing(until))}
          onClose={onClose}
        />
      )
    case 'remind':
      return (
        <TimePicker
          label={text('triage_remind')}
          more={{ name: text('triage_noReminder'), onChoose: () => act(ids, reminding(null)) }}
          anchor={anchor}
          begun={begun}
          onChoose={(at) => act(ids, reminding(at))}
          onClose={onClose}
        />
      )
    case 'label':
      return (
        <LabelPicker
          ids={ids}
          anchor={anchor}
          begun={begun}
          onAct={(deed) => act(ids, deed)}
          onClose={onClose}
        />
      )
  }
}
