import CalendarClock from 'lucide-react/icons/calendar-clock'
import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { absoluteText } from '../ui/timeText.ts'
import styles from './SnoozeMenu.module.css'
import { snoozeChoices } from './snoozeChoices.ts'

interface SnoozeMenuProps {
  onChoose: (until: number) => void
  /** Another time is wanted. */
  onOther: () => void
  onClose: () => void
}

/** Until when: unfolds over the row, so that the list stays where it is. */
export function SnoozeMenu({ onChoose, onOther, onClose }: SnoozeMenuProps) {
  const [choices] = useState(() => snoozeChoices(Date.now()))
  const menu = useRef<HTMLFieldSetElement>(null)
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  return (
    <fieldset
      ref={menu}
      className={styles.menu}
      aria-label={text('triage_snoozeUntil')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Escape would also close the popup.
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      {choices.map(({ name, until }) => (
        <Button key={name} size="small" title={absoluteText(until)} onClick={() => onChoose(until)}>
          {name}
        </Button>
      ))}
      <IconButton size={16} icon={CalendarClock} label={text('triage_anotherTime')} onClick={onOther} />
      <IconButton size={16} icon={X} label={text('triage_cancelSnooze')} onClick={onClose} />
    </fieldset>
  )
}
