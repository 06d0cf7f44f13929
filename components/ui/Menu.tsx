import { Menu as Headless } from '@base-ui/react/menu'
import Check from 'lucide-react/icons/check'
import { type ComponentType, Fragment, type ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Menu.module.css'

interface MenuItem {
  id: string
  name: ReactNode
  icon?: ComponentType<{ size?: number; strokeWidth?: number; 'aria-hidden'?: boolean }>
  /** Stands at the end of the line: a key, a time. */
  hint?: ReactNode
  /** Given, the item is one that can be on or off. */
  checked?: boolean
  tone?: 'neutral' | 'danger'
  disabled?: boolean
  /** A line above sets it apart from the items before. */
  apart?: boolean
  onChoose: () => void
}

interface MenuProps {
  /** Its name. */
  label: string
  items: readonly MenuItem[]
  /** The button it belongs to; the focus goes back there. */
  anchor: HTMLElement | null
  side?: 'top' | 'bottom'
  align?: 'start' | 'end'
  onClose: () => void
}

/**
 * A menu at a button, open as long as it is rendered. The button says `aria-haspopup="menu"` and `aria-expanded`
 * itself, so that the menu can be loaded lazily when it is first opened.
 *
 * Around it stand Base UI's focus guards: hidden from screen readers, reachable by Tab, and passing the focus on at once, so
 * that nobody is ever left on them. They come with the portal and cannot be switched off. axe sees the first two and not
 * the third, as it knows of no handlers but `onfocus`, and beside a dialog lets them pass; our runs of it leave them out. The
 * portal stands in the landmark of the button, as whatever is on a page should, dialogs excepted, lie in one.
 */
export function Menu({ label, items, anchor, side = 'bottom', align = 'start', onClose }: MenuProps) {
  return (
    <Headless.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Headless.Portal className={styles.portal} container={anchor?.closest('main') ?? undefined}>
        <Headless.Positioner
          className={styles.positioner}
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
        >
          <Headless.Popup className={styles.popup} aria-label={label} finalFocus={() => anchor}>
            {items.map((item) => (
              <Fragment key={item.id}>
                {item.apart && <Headless.Separator className={styles.line} />}
                <Line item={item} />
              </Fragment>
            ))}
          </Headless.Popup>
        </Headless.Positioner>
      </Headless.Portal>
    </Headless.Root>
  )
}

function Line({ item }: { item: MenuItem }) {
  const { name, icon: Icon, hint, checked, tone, disabled = false, onChoose } = item
  const words = (
    <>
      {checked !== undefined && (
        <span className={styles.mark}>{checked && <Check size={16} strokeWidth={1.75} aria-hidden />}</span>
      )}
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <span className={styles.name} dir="auto">
        {name}
      </span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </>
  )
  const className = cx(styles.item, tone === 'danger' && styles.danger)
  if (checked === undefined) {
    return (
      <Headless.Item className={className} disabled={disabled} onClick={onChoose}>
        {words}
      </Headless.Item>
    )
  }
  return (
    <Headless.CheckboxItem
      className={className}
      disabled={disabled}
      checked={checked}
      onCheckedChange={onChoose}
    >
      {words}
    </Headless.CheckboxItem>
  )
}
