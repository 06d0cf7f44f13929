import { useEffect, useId, useRef, useState } from 'react'
import type { Label } from '../../lib/domain/label.ts'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { hueStyle } from '../ui/hueStyle.ts'
import field from '../ui/TextField.module.css'
import form from './Form.module.css'
import styles from './LabelForm.module.css'

const COLOURS = [
  { hue: 15, name: 'settings_colour_red' },
  { hue: 50, name: 'settings_colour_orange' },
  { hue: 95, name: 'settings_colour_yellow' },
  { hue: 150, name: 'settings_colour_green' },
  { hue: 195, name: 'settings_colour_teal' },
  { hue: 240, name: 'settings_colour_blue' },
  { hue: 290, name: 'settings_colour_violet' },
  { hue: 345, name: 'settings_colour_pink' },
] as const

interface LabelFormProps {
  /** The one to change; a new one where left out. */
  label?: Label
  onSave: (name: string, hue: number) => void
  onCancel: () => void
}

/** Makes or changes a label. */
export function LabelForm({ label, onSave, onCancel }: LabelFormProps) {
  const id = useId()
  const [name, setName] = useState(label?.name ?? '')
  const [hue, setHue] = useState(label?.hue ?? 240)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onSave(name.trim(), hue)
      }}
    >
      <label htmlFor={id}>{text('settings_item_name')}</label>
      <div className={form.line}>
        <input
          id={id}
          ref={first}
          className={field.field}
          dir="auto"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div role="radiogroup" aria-label={text('settings_colour')} className={styles.colours}>
          {COLOURS.map((colour) => (
            <label
              key={colour.hue}
              className={styles.colour}
              title={text(colour.name)}
              {...hueStyle(colour.hue)}
            >
              <input
                type="radio"
                className="visually-hidden"
                name={`${id}-colour`}
                aria-label={text(colour.name)}
                checked={hue === colour.hue}
                onChange={() => setHue(colour.hue)}
              />
            </label>
          ))}
        </div>
      </div>
      <div className={form.actions}>
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {text('common_save')}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {text('common_cancel')}
        </Button>
      </div>
    </form>
  )
}
