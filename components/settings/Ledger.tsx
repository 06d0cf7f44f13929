import type { LedgerEntry } from '../../lib/domain/ledgerEntry.ts'
import { text } from '../../lib/domain/texts.ts'
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
  if (entries.length === 0) return <p className={styles.none}>{text('settings_ledger_none')}</p>
  return (
    // Keyboard users scroll it once it has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
    <section className={styles.frame} aria-label={text('settings_ledger')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{text('settings_ledger')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('settings_ledger_time')}</th>
            <th scope="col">{text('settings_ledger_request')}</th>
            <th scope="col">{text('settings_ledger_status')}</th>
            <th scope="col" className={styles.number}>
              {text('settings_ledger_ms')}
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
