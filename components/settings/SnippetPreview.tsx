import { blanksIn, fillSnippet } from '../../lib/domain/snippetText.ts'
import { text } from '../../lib/domain/texts.ts'
import styles from './SnippetPreview.module.css'

/** A snippet as it would be put in; what is left to fill by hand stands out. */
export function SnippetPreview({ text: body }: { text: string }) {
  // Somebody made up, to show what becomes of a snippet.
  const person = {
    firstName: text('settings_sample_firstName'),
    lastName: text('settings_sample_lastName'),
    company: text('settings_sample_company'),
  }
  const filled = fillSnippet(body, { ...person, myFirstName: text('settings_sample_ownName') })
  const blanks = blanksIn(filled)
  return (
    <div className={styles.preview}>
      <p className={styles.label}>{text('settings_snippet_preview', person)}</p>
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
