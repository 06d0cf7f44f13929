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
            {length.toLocaleString('en')} / {LONG.toLocaleString('en')}
          </span>
          {' · LinkedIn may refuse a message of this length'}
        </>
      )}
    </p>
  )
}
