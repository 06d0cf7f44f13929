import { useEffect, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import type { KeyPress } from '../actions/actionTable.ts'
import { pressOf } from '../actions/keyPress.ts'
import { keyNames } from '../ui/keyNames.ts'
import { onMac } from '../ui/onMac.ts'
import styles from './KeyRow.module.css'

/** How long (ms) after a key another one may follow to make a sequence. */
const FOLLOWS_MS = 1_000
const LONGEST = 2

interface KeyCaptureProps {
  label: string
  onPress: (press: KeyPress) => void
  /** By Escape, Tab, or leaving it. */
  onCancel: () => void
}

/** Waits for a key, a combination, or two keys one after another. */
export function KeyCapture({ label, onPress, onCancel }: KeyCaptureProps) {
  const field = useRef<HTMLInputElement>(null)
  const [pressed, setPressed] = useState<KeyPress[]>([])
  const taken = useRef(false)
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  })
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (pressed.length === 0) return
    const take = () => {
      taken.current = true
      latest.current(pressed.join(' '))
    }
    if (pressed.length >= LONGEST) return take()
    const timer = setTimeout(take, FOLLOWS_MS)
    return () => clearTimeout(timer)
  }, [pressed])
  return (
    <input
      ref={field}
      className={styles.capture}
      aria-label={label}
      readOnly
      value={pressed.length > 0 ? shown(pressed) : text('settings_keys_press')}
      onBlur={() => !taken.current && onCancel()}
      onKeyDown={(event) => {
        const { nativeEvent } = event
        if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return
        const press = pressOf(nativeEvent, onMac())
        if (press === null || press === 'Tab' || press === 'Shift+Tab') return
        event.preventDefault()
        if (press === 'Escape') return onCancel()
        if (!event.repeat) setPressed((before) => [...before, press])
      }}
    />
  )
}

function shown(pressed: readonly KeyPress[]): string {
  const [first = '', second] = keyNames(pressed.join(' '), onMac()).map((together) => together.join('+'))
  return second === undefined ? first : text('settings_keys_sequence', { first, second })
}
