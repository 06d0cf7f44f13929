import { Dialog as Headless } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { cx } from './cx.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

interface DialogProps {
  /** Its name; shown unless `bare`. */
  title: string
  /** Without a title line of its own, for what begins with a search box. */
  bare?: boolean
  wide?: boolean
  /** Buttons below, the one that goes on last. */
  actions?: ReactNode
  /** By Escape, a press outside, or its close button. Take it off the page then. */
  onClose: () => void
  children: ReactNode
}

/**
 * A question or a sheet over the page, open as long as it is rendered. Focus stays in it and goes back to where it came
 * from. Load it lazily: `lazy(async () => ({ default: (await import('../ui/Dialog.tsx')).Dialog }))`.
 */
export function Dialog({ title, bare = false, wide = false, actions, onClose, children }: DialogProps) {
  return (
    <Headless.Root open onOpenChange={(open) => !open && onClose()}>
      <Headless.Portal>
        <Headless.Backdrop className={styles.backdrop} />
        <Headless.Viewport className={styles.viewport}>
          <Headless.Popup className={cx(styles.popup, wide && styles.wide)}>
            {bare ? (
              <Headless.Title className="visually-hidden">{title}</Headless.Title>
            ) : (
              <header className={styles.header}>
                <Headless.Title className={styles.title}>{title}</Headless.Title>
                <Headless.Close render={<IconButton label={text('common_close')} icon={X} />} />
              </header>
            )}
            <div className={cx(styles.body, bare && styles.bare)} tabIndex={bare ? undefined : 0}>
              {children}
            </div>
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </Headless.Popup>
        </Headless.Viewport>
      </Headless.Portal>
    </Headless.Root>
  )
}
