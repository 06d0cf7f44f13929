import Clock from 'lucide-react/icons/clock-3'
import { lazy, Suspense, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { IconButton } from '../ui/IconButton.tsx'

const LaterPicker = lazy(async () => ({ default: (await import('./LaterPicker.tsx')).LaterPicker }))

interface SendLaterProps {
  disabled: boolean
  onChoose: (at: number) => void
}

/** Beside "Send": has the reply wait for a time, where the organization lets it. */
export function SendLater({ disabled, onChoose }: SendLaterProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (!useFeature('scheduling')) return null
  return (
    <>
      <IconButton
        ref={button}
        label={text('composer_schedule')}
        icon={Clock}
        size={16}
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <LaterPicker
            anchor={button.current}
            onClose={() => setOpen(false)}
            onChoose={(at) => {
              setOpen(false)
              onChoose(at)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
