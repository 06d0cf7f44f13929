import { Toast as Headless } from '@base-ui/react/toast'
import X from 'lucide-react/icons/x'
import { useEffect } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { IconButton } from './IconButton.tsx'
import styles from './Toaster.module.css'
import { onToasts, takeToasts } from './toasts.ts'

const SHOWN_MS = 8_000
const AT_ONCE = 3

/** Toasts, newest below; each stays while it is pointed at or has the focus. F6 leads to them. */
export function Toaster() {
  return (
    <Headless.Provider timeout={SHOWN_MS} limit={AT_ONCE}>
      <Headless.Portal>
        <Headless.Viewport className={styles.viewport} aria-label={text('ui_notices')}>
          <Toasts />
        </Headless.Viewport>
      </Headless.Portal>
    </Headless.Provider>
  )
}

function Toasts() {
  const { toasts, add, close } = Headless.useToastManager()
  useEffect(
    () =>
      onToasts(() => {
        for (const { id, text: title, action, tone = 'neutral' } of takeToasts()) {
          const press = () => {
            close(id)
            action?.run()
          }
          add({
            id,
            title,
            type: tone,
            ...(action ? { actionProps: { children: action.name, onClick: press } } : {}),
          })
        }
      }),
    [add, close],
  )
  return toasts
    .filter(({ limited }) => !limited)
    .toReversed()
    .map((toast) => (
      <Headless.Root
        key={toast.id}
        toast={toast}
        className={cx(styles.toast, toast.type === 'danger' && styles.danger)}
        swipeDirection={['down', 'left', 'right']}
      >
        <Headless.Content className={styles.content}>
          <Headless.Title className={styles.text} render={<p />} dir="auto" />
          {toast.actionProps && (
            <Headless.Action render={<Button size="small" variant="ghost" className={styles.action} />} />
          )}
          <Headless.Close render={<IconButton size={16} label={text('common_dismiss')} icon={X} />} />
        </Headless.Content>
      </Headless.Root>
    ))
}
