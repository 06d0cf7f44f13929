import ChevronDown from 'lucide-react/icons/chevron-down'
import type { SelectHTMLAttributes } from 'react'
import styles from './Select.module.css'

interface SelectProps<T extends string> extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  value: T
  options: readonly { value: T; name: string }[]
  onChange: (value: T) => void
}

/** One of a few, by the browser's own menu. */
export function Select<T extends string>({ value, options, onChange, ...rest }: SelectProps<T>) {
  return (
    <span className={styles.select}>
      <select
        {...rest}
        className={styles.control}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden className={styles.arrow} />
    </span>
  )
}
