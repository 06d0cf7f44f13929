import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import field from '../ui/TextField.module.css'
import styles from './SearchBox.module.css'

const PAUSE = 150

interface SearchBoxProps {
  query: string
  onSearch: (query: string) => void
}

/** Searches while the user types, once they pause. */
export function SearchBox({ query, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(query)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const input = useRef<HTMLInputElement>(null)

  // Another search came from outside: an address, or going back.
  useEffect(() => setText(query), [query])
  useEffect(() => () => clearTimeout(timer.current), [])

  function type(next: string) {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(next), PAUSE)
  }

  function clear() {
    clearTimeout(timer.current)
    setText('')
    onSearch('')
    input.current?.focus()
  }

  return (
    <search className={styles.search}>
      <Search size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <input
        ref={input}
        type="search"
        className={cx(field.field, styles.input)}
        aria-label="Search messages"
        placeholder="Search messages"
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault()
            clear()
          }
        }}
      />
      {text !== '' && (
        <IconButton size={16} icon={X} label="Clear search" className={styles.clear} onClick={clear} />
      )}
    </search>
  )
}
