import type { ButtonHTMLAttributes, ComponentType, Ref } from 'react'
import styles from './Button.module.css'
import { cx } from './cx.ts'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 'small' | 'medium'
  icon?: ComponentType<{ size?: number; strokeWidth?: number; 'aria-hidden'?: boolean }>
  /** Takes the whole width. */
  wide?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button with a text. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon: Icon,
  wide = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        styles.button,
        styles[variant],
        size === 'small' && styles.small,
        wide && styles.wide,
        className,
      )}
    >
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <span className={styles.text}>{children}</span>
    </button>
  )
}
