import { Popover } from '@base-ui/react/popover'
import type { ComponentProps } from 'react'
import { FilterList } from './FilterList.tsx'
import styles from './Picker.module.css'

interface PickerProps extends ComponentProps<typeof FilterList> {
  /** What it stands at; the focus goes back there. */
  anchor: HTMLElement | null
  onClose: () => void
}

/** A list to choose from by typing, at a button, open as long as it is rendered. Load it lazily. */
export function Picker({ anchor, onClose, ...list }: PickerProps) {
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal className={styles.portal} container={anchor?.closest('main') ?? undefined}>
        <Popover.Positioner
          className={styles.positioner}
          anchor={anchor}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Popover.Popup className={styles.popup} aria-label={list.label} finalFocus={() => anchor}>
            <FilterList focusAtOnce {...list} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
