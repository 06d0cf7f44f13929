import { text } from '../../lib/domain/texts.ts'
import { Keys } from '../ui/Keys.tsx'
import { RichText } from '../ui/RichText.tsx'
import styles from './FirstHints.module.css'

/** Three things worth knowing on the first day. They go with the card they stand on, and do not come again. */
export function FirstHints() {
  return (
    <ul className={styles.hints}>
      <li>
        <RichText
          id="onboarding_hint_keys"
          values={{ palette: <Keys press="Mod+k" />, sheet: <Keys press="?" /> }}
        />
      </li>
      <li>
        <RichText id="onboarding_hint_panel" values={{ key: <Keys press="Alt+Shift+i" /> }} />
      </li>
      <li>{text('onboarding_hint_seen')}</li>
    </ul>
  )
}
