import { numberText, text } from '../../lib/domain/texts.ts'
import styles from './LengthNote.module.css'

/** LinkedIn cuts or refuses longer messages; nobody says which, so we warn and do not forbid. */
const LONG = 8000

/** Says when a text has become longer than LinkedIn may take. */
export function LengthNote({ id, length }: { id: string; length: number }) {
  return (
    <p id={id} className={styles.note} aria-live="polite">
      {length > LONG && (
        <>
          <span className={styles.count}>
            {numberText(length)} / {numberText(LONG)}
          </span>
          {` · ${text('composer_tooLong')}`}
        </>
      )}
    </p>
  )
}
