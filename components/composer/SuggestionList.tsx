import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { counted, text } from '../../lib/domain/texts.ts'
import { cx } from '../ui/cx.ts'
import styles from './SuggestionList.module.css'
import type { SuggestionsProps } from './Suggestions.tsx'

interface Suggestion {
  id: string
  text: string
  label: ReactNode
}

interface SuggestionListProps extends Omit<SuggestionsProps, 'query'> {
  kind: 'snippets' | 'emoji'
  suggestions: readonly Suggestion[]
}

/**
 * Suggestions above the reply box, which keeps the focus: arrows move, Enter and Tab choose, Escape closes. Give it a
 * `key` for each query, so that it begins at the top.
 */
export function SuggestionList({ kind, suggestions, onChoose, onClose, onActive, ref }: SuggestionListProps) {
  const listId = useId()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const optionId = (index: number) => `${listId}-${index}`
  const count = suggestions.length

  useEffect(() => {
    onActive(count > 0 ? { listId, optionId: `${listId}-${at}` } : null)
    list.current?.children[at]?.scrollIntoView?.({ block: 'nearest' })
    return () => onActive(null)
  }, [listId, at, count, onActive])

  useImperativeHandle(ref, () => ({
    onKey(event: KeyboardEvent): boolean {
      if (count === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
        return false
      }
      const move = { ArrowDown: 1, ArrowUp: count - 1 }[event.key]
      if (move !== undefined) setAt((at + move) % count)
      else if (event.key === 'Escape') onClose()
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
        onChoose(suggestions[at]?.text ?? '')
      } else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
  }))

  if (count === 0) return null
  return (
    <>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={text(`composer_${kind}`)}
        className={styles.list}
      >
        {suggestions.map(({ id, text: words, label }, index) => (
          <div
            key={id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={cx(styles.option, index === at && styles.active)}
            // The box keeps the focus; Firefox takes it away in spite of a prevented pointerdown.
            onMouseDown={(event) => event.preventDefault()}
            onPointerMove={() => setAt(index)}
            onClick={() => onChoose(words)}
            onKeyDown={() => undefined}
          >
            {label}
          </div>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {counted(`composer_${kind}_found`, count)}
      </p>
    </>
  )
}
