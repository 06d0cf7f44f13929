import { useEffect, useMemo, useState } from 'react'
import { laterChoices } from '../../lib/domain/laterChoices.ts'
import { text } from '../../lib/domain/texts.ts'
import { findTime } from '../triage/findTime.ts'
import { Picker } from '../ui/Picker.tsx'
import { momentText } from '../ui/timeText.ts'

interface LaterPickerProps {
  anchor: HTMLElement | null
  onChoose: (at: number) => void
  onClose: () => void
}

/** Until when a reply waits: one of the usual times, or one that is typed, such as "next tue 10". */
export function LaterPicker({ anchor, onChoose, onClose }: LaterPickerProps) {
  const [now] = useState(() => Date.now())
  const [query, setQuery] = useState('')
  const [typed, setTyped] = useState<{ query: string; at: number } | null>(null)

  useEffect(() => {
    let wanted = true
    void findTime(query, now, navigator.language).then((at) => {
      if (wanted) setTyped(at === null ? null : { query, at })
    })
    return () => {
      wanted = false
    }
  }, [query, now])

  const groups = useMemo(() => {
    const meant = typed && typed.query === query ? typed : null
    const choices = laterChoices(now).map(({ name, at }) => ({
      id: String(at),
      name,
      hint: momentText(at, now),
    }))
    const own = meant && { id: `${meant.at}`, name: momentText(meant.at, now), words: query }
    return [
      {
        name: text('composer_needsBrowser'),
        items: own ? [own, ...choices.filter(({ id }) => id !== own.id)] : choices,
      },
    ]
  }, [typed, query, now])

  return (
    <Picker
      label={text('composer_sendLater')}
      placeholder={text('composer_timeExamples')}
      groups={groups}
      empty={text('composer_noTime')}
      anchor={anchor}
      onQuery={setQuery}
      onChoose={({ id }) => onChoose(Number(id))}
      onClose={onClose}
    />
  )
}
