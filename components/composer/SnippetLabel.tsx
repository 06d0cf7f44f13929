import styles from './SnippetLabel.module.css'

/** A snippet in a list: its name, and what it would put in. */
export function SnippetLabel({ name, text }: { name: string; text: string }) {
  return (
    <span className={styles.snippet}>
      <bdi className={styles.name}>{name}</bdi>{' '}
      <span className={styles.text} dir="auto">
        {text}
      </span>
    </span>
  )
}
