import { text } from '../../lib/domain/texts.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Keys.tsx'
import { ACTIONS } from './actionTable.ts'
import styles from './KeySheet.module.css'
import { keysOf } from './keymap.ts'

/** What every key does, as the user has them. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const settings = useSettings()
  const platform = usePlatform()
  const groups = [...new Set(ACTIONS.map(({ group }) => group))]
  return (
    <Dialog
      title={text('keySheet_title')}
      wide
      onClose={onClose}
      actions={<Button onClick={() => platform.openOptions('keyboard')}>{text('keySheet_change')}</Button>}
    >
      <div className={styles.groups}>
        {settings &&
          groups.map((group) => (
            <section key={group} className={styles.group} aria-label={text(`actionGroup_${group}`)}>
              <h3 className={styles.heading}>{text(`actionGroup_${group}`)}</h3>
              <dl>
                {ACTIONS.filter((action) => action.group === group).map((action) => (
                  <div key={action.id} className={styles.line}>
                    <dt>{action.name}</dt>
                    <dd className={styles.keys}>
                      {keysOf(action, settings).map((press) => (
                        <Keys key={press} press={press} />
                      ))}
                      {keysOf(action, settings).length === 0 && (
                        <span className={styles.none}>{text('keySheet_noKey')}</span>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  )
}
