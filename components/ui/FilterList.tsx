import { Autocomplete as Headless } from '@base-ui/react/autocomplete'
import Check from 'lucide-react/icons/check'
import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { cx } from './cx.ts'
import styles from './FilterList.module.css'
import { filterChoices } from './filterChoices.ts'

export interface Choice {
  id: string
  /** Shown, and what typing is compared with. */
  name: string
  /** Found by these words too, which are not shown. */
  words?: string
  /** Stands before the name: an icon, a dot, an avatar. */
  mark?: ReactNode
  /** Stands at the end of the line: a key, a time. */
  hint?: ReactNode
  /** Given, the choice is one that can be on or off. */
  checked?: boolean
}

export interface ChoiceGroup {
  /** Empty where the choices need no heading. */
  name: string
  items: readonly Choice[]
  /** Stands below the others, however well it matches. */
  last?: boolean
}

interface FilterListProps {
  /** Name of box and list. */
  label: string
  placeholder: string
  groups: readonly ChoiceGroup[]
  /** How many of a group are shown at most. */
  limit?: number
  onChoose: (choice: Choice) => void
  /** What was typed, for whoever reads more choices by it or offers to make one of that name. */
  onQuery?: (query: string) => void
  /** Said where nothing is left. */
  empty: string
  /** Takes the focus as soon as it is there, not some frames later like what stands around it: quick hands go on typing. */
  focusAtOnce?: boolean
  /** What was typed before it was there. */
  begun?: RefObject<string>
}

/**
 * A list to choose from by typing: the best match stands first and highlighted, arrows move, Enter chooses. Stands in
 * the page where it is rendered, in a `Dialog` or `Picker` as a rule. Load it lazily.
 */
export function FilterList(props: FilterListProps) {
  const {
    label,
    placeholder,
    groups,
    limit = 50,
    onChoose,
    onQuery,
    empty,
    focusAtOnce = false,
    begun,
  } = props
  const [query, setQuery] = useState('')
  const shown = useMemo(() => filterChoices(groups, query, limit), [groups, query, limit])
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (focusAtOnce) input.current?.focus({ preventScroll: true })
  }, [focusAtOnce])
  useLayoutEffect(() => {
    if (!begun?.current) return
    setQuery(begun.current)
    onQuery?.(begun.current)
    begun.current = ''
  }, [begun, onQuery])
  const type = (typed: string) => {
    setQuery(typed)
    onQuery?.(typed)
  }
  return (
    <Headless.Root
      inline
      open
      items={shown}
      filter={null}
      mode="none"
      value={query}
      onValueChange={(typed, { reason }) => reason !== 'item-press' && type(typed)}
      itemToStringValue={(choice: Choice) => choice.name}
      autoHighlight="always"
      keepHighlight
    >
      <Headless.Input ref={input} className={styles.input} aria-label={label} placeholder={placeholder} />
      <Headless.List className={styles.list} aria-label={label}>
        {(group: ChoiceGroup) => (
          <Headless.Group key={group.name} items={group.items} className={styles.group}>
            {group.name !== '' && (
              <Headless.GroupLabel className={styles.heading}>{group.name}</Headless.GroupLabel>
            )}
            <Headless.Collection>
              {(choice: Choice) => (
                <Headless.Item
                  key={choice.id}
                  value={choice}
                  className={styles.item}
                  onClick={() => onChoose(choice)}
                >
                  <Line choice={choice} />
                </Headless.Item>
              )}
            </Headless.Collection>
          </Headless.Group>
        )}
      </Headless.List>
      <Headless.Empty className={cx(styles.empty, shown.length > 0 && styles.none)}>
        {shown.length === 0 && empty}
      </Headless.Empty>
    </Headless.Root>
  )
}

function Line({ choice }: { choice: Choice }) {
  return (
    <>
      {choice.mark && <span className={styles.mark}>{choice.mark}</span>}
      <span className={styles.name} dir="auto">
        {choice.name}
      </span>
      {choice.checked && (
        <>
          <Check size={16} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">{text('ui_isOn')}</span>
        </>
      )}
      {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
    </>
  )
}
