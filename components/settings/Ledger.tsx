import type { LedgerEntry } from '../../lib/domain/ledgerEntry.ts'
import type { Numbered } from '../../lib/store/queries/diagnostics.ts'
import { cx } from '../ui/cx.ts'
import { absoluteText, clockText } from '../ui/timeText.ts'
import styles from './Ledger.module.css'

interface LedgerProps {
  /** Newest first. */
  entries: readonly Numbered<LedgerEntry>[]
}

/** The last requests, as a table. */
export function Ledger({ entries }: LedgerProps) {
  if (entries.length === 0) return <p className={styles.none}>No requests yet.</p>
  return (
    // Keyboard users scroll it once it has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
    <section className={styles.frame} aria-label="Last requests" tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">Last requests</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Request</th>
            <th scope="col">Status</th>
            <th scope="col" className={styles.number}>
              ms
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <time dateTime={new Date(entry.at).toISOString()} title={absoluteText(entry.at)}>
                  {clockText(entry.at)}
                </time>
              </td>
              <td className={styles.route} title={`${entry.method} ${entry.route}`}>
                <span className={styles.method}>{entry.method}</span> {entry.route}
              </td>
              <td className={cx(entry.failure !== null && styles.failed)}>
                {entry.status ?? ''} {entry.failure ?? ''}
              </td>
              <td className={styles.number}>{Math.round(entry.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
