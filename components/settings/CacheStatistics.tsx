import { useEffect, useState } from 'react'
import { cacheStatistics } from '../../lib/store/queries/cacheStatistics.ts'
import { useNow } from '../hooks/useNow.ts'
import { useDatabase } from '../platform/PlatformContext.tsx'
import styles from './CacheStatistics.module.css'
import { sizeText, useStorageUse } from './useStorageUse.ts'

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** What is on this computer, by account. Read again every 15 s rather than at each message: to count is to go through all. */
export function CacheStatistics() {
  const db = useDatabase()
  const now = useNow()
  const storage = useStorageUse()
  const [found, setFound] = useState<Awaited<ReturnType<typeof cacheStatistics>>>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again at each tick of the clock
  useEffect(() => {
    let isOver = false
    cacheStatistics(db).then(
      (read) => isOver || setFound(read),
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [db, now])
  if (!found) return null
  const { accounts, media, files } = found
  return (
    <div className={styles.statistics}>
      {/* Keyboard users scroll it once it has the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable */}
      <section className={styles.scroll} aria-label="On this computer" tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">On this computer, by account</caption>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col" className={styles.number}>
                Conversations
              </th>
              <th scope="col" className={styles.number}>
                Messages
              </th>
              <th scope="col" className={styles.number}>
                Oldest message
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ accountId, name, conversations, messages, oldestAt }) => (
              <tr key={accountId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td className={styles.number}>{conversations.toLocaleString()}</td>
                <td className={styles.number}>{messages.toLocaleString()}</td>
                <td className={styles.number}>{oldestAt === null ? '–' : day.format(oldestAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.note}>
        {storage} used in all.
        {media.count > 0 && ` Received files: ${media.count.toLocaleString()}, ${sizeText(media.bytes)}.`}
        {files.count > 0 && ` Files waiting to be sent: ${files.count}, ${sizeText(files.bytes)}.`}
      </p>
    </div>
  )
}
