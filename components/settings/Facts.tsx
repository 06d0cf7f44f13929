import styles from './Facts.module.css'

interface FactsProps {
  facts: readonly (readonly [name: string, value: string])[]
}

/** Names and values in columns. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
