import { text } from '../../lib/domain/texts.ts'
import { cx } from '../ui/cx.ts'
import styles from './SelectBox.module.css'
import { useSelected } from './SelectionContext.ts'

interface SelectBoxProps {
  conversationId: string
  title: string
  className?: string | undefined
}

/** Chooses a conversation of the list; with Shift all from the last chosen one to it. */
export function SelectBox({ conversationId, title, className }: SelectBoxProps) {
  const { selected, selecting, selection } = useSelected(conversationId)
  if (!selection) return null
  return (
    <label className={cx(styles.place, selecting && styles.selecting, className)}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={text('selection_one', { title })}
        checked={selected}
        onChange={(event) => {
          const { shiftKey } = event.nativeEvent as MouseEvent
          if (shiftKey) selection.extendTo(conversationId, orderAround(event.currentTarget))
          else selection.toggle(conversationId)
        }}
      />
    </label>
  )
}

/** The conversations of the list, as they are on the page. */
function orderAround(element: Element): string[] {
  const rows = element.closest('ul')?.querySelectorAll('[data-row]') ?? []
  return Array.from(rows, (row) => row.getAttribute('data-row') ?? '')
}
