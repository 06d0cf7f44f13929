import { blanksIn, fillSnippet, type SnippetValues } from '../../lib/domain/snippetText.ts'
import styles from './SnippetPreview.module.css'

/** Somebody made up, to show what becomes of a snippet. */
const SAMPLE: SnippetValues = {
  firstName: 'Ines',
  lastName: 'Carvalho',
  company: 'Northwind',
  myFirstName: 'Mara',
}

/** A snippet as it would be put in; what is left to fill by hand stands out. */
export function SnippetPreview({ text }: { text: string }) {
  const filled = fillSnippet(text, SAMPLE)
  const blanks = blanksIn(filled)
  return (
    <div className={styles.preview}>
      <p className={styles.label}>Preview, for Ines Carvalho at Northwind</p>
      <p className={styles.text} dir="auto">
        {blanks.map((blank, index) => (
          <span key={blank.from}>
            {filled.slice(blanks[index - 1]?.to ?? 0, blank.from)}
            <mark className={styles.blank}>{blank.text}</mark>
          </span>
        ))}
        {filled.slice(blanks.at(-1)?.to ?? 0)}
      </p>
    </div>
  )
}
