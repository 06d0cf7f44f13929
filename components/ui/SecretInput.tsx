import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import field from './TextField.module.css'

interface SecretInputProps extends Pick<ComponentProps<'input'>, 'id' | 'ref' | 'className' | 'placeholder'> {
  /** Something is wrong with what was typed. */
  invalid?: boolean
  /** The element that says what, shown or not yet. */
  problemId?: string | undefined
  /** A passphrase being chosen: the browser may offer one. */
  chosenHere?: boolean
}

/**
 * Takes an API key or a passphrase. Uncontrolled on purpose, read it by its ref: React mirrors controlled values into
 * the `value` attribute, and a secret must be nowhere in the markup.
 */
export function SecretInput({ invalid, problemId, chosenHere, className, ...rest }: SecretInputProps) {
  return (
    <input
      {...rest}
      className={cx(field.field, className)}
      type="password"
      autoComplete={chosenHere ? 'new-password' : 'off'}
      spellCheck={false}
      aria-invalid={invalid}
      aria-describedby={problemId}
    />
  )
}
