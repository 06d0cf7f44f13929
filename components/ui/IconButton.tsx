import type { ButtonHTMLAttributes, ComponentType, Ref } from 'react'
import { cx } from './cx.ts'
import styles from './IconButton.module.css'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'> {
  /** Its name, also shown on hover. */
  label: string
  icon: ComponentType<{ size?: number; strokeWidth?: number; 'aria-hidden'?: boolean }>
  /** 16 in rows, 20 in bars. */
  size?: 16 | 20
  tone?: 'neutral' | 'accent' | 'danger'
  ref?: Ref<HTMLButtonElement>
}

/** A button that is one icon, with a name. */
export function IconButton({
  label,
  icon: Icon,
  size = 20,
  tone = 'neutral',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={rest.title ?? label}
      className={cx(styles.button, styles[tone], size === 16 && styles.small, className)}
    >
      <Icon size={size} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
