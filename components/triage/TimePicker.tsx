import Clock from 'lucide-react/icons/clock-3'
import { type RefObject, useEffect, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { snoozeChoices } from '../conversation-list/snoozeChoices.ts'
import type { Choice } from '../ui/FilterList.tsx'
import { Picker } from '../ui/Picker.tsx'
import { dueText } from './dueText.ts'

interface TimePickerProps {
  /** Its name. */
  label: string
  /** What is offered below the times: "No reminder", say. */
  more?: { name: string; onChoose: () => void }
  anchor: HTMLElement | null
  /** What was typed before it was there. */
  begun: RefObject<string>
  /** @param at local ms */
  onChoose: (at: number) => void
  onClose: () => void
}

interface Typed {
  query: string
  at: number
}

/** A time to come: one of a few, or any that is typed, in words or in figures. */
export function TimePicker({ label, more, anchor, begun, onChoose, onClose }: TimePickerProps) {
  const [usual] = useState(() => snoozeChoices(Date.now()))
  const [query, setQuery] = useState('')
  const [typed, setTyped] = useState<Typed | null>(null)

  useEffect(() => {
    let left = false
    void import('./findTime.ts')
      .then(({ findTime }) => findTime(query, Date.now(), navigator.language))
      // Without what reads it, the usual times are still there.
      .catch(() => null)
      .then((at) => {
        if (!left) setTyped(at === null ? null : { query, at })
      })
    return () => {
      left = true
    }
  }, [query])

  const meant: Choice[] =
    typed && typed.query === query
      ? [{ id: 'typed', name: dueText(typed.at), words: query, mark: <Clock size={16} strokeWidth={1.75} /> }]
      : []
  const others: Choice[] = usual.map(({ name, until }) => ({ id: name, name, hint: dueText(until) }))
  const last: Choice[] = more ? [{ id: 'more', name: more.name }] : []

  function choose({ id }: Choice) {
    onClose()
    if (id === 'more') more?.onChoose()
    else if (id === 'typed') onChoose(typed?.at ?? 0)
    else onChoose(usual.find(({ name }) => name === id)?.until ?? 0)
  }

  return (
    <Picker
      label={label}
      placeholder={text('triage_timeExamples')}
      groups={[{ name: '', items: [...meant, ...others, ...last] }]}
      anchor={anchor}
      begun={begun}
      empty={text('triage_noTime')}
      onQuery={setQuery}
      onChoose={choose}
      onClose={onClose}
    />
  )
}
