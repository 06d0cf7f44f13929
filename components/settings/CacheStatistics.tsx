import { useEffect, useState } from 'react'
import { dateFormat } from '../../lib/domain/dateFormat.ts'
import { numberText, text } from '../../lib/domain/texts.ts'
import { cacheStatistics } from '../../lib/store/queries/cacheStatistics.ts'
import { useNow } from '../hooks/useNow.ts'
import { useDatabase } from '../platform/PlatformContext.tsx'
import styles from './CacheStatistics.module.css'
import { sizeText, useStorageUse } from './useStorageUse.ts'

const day = dateFormat({ dateStyle: 'medium' })

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
      <section className={styles.scroll} aria-label={text('settings_onComputer')} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{text('settings_onComputer_caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('settings_onComputer_account')}</th>
              <th scope="col" className={styles.number}>
                {text('settings_conversations')}
              </th>
              <th scope="col" className={styles.number}>
                {text('settings_messages')}
              </th>
              <th scope="col" className={styles.number}>
                {text('settings_oldestMessage')}
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ accountId, name, conversations, messages, oldestAt }) => (
              <tr key={accountId}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td className={styles.number}>{numberText(conversations)}</td>
                <td className={styles.number}>{numberText(messages)}</td>
                <td className={styles.number}>{oldestAt === null ? '–' : day(oldestAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.note}>
        {text('settings_onComputer_used', { storage })}
        {media.count > 0 && ` ${text('settings_onComputer_received', sized(media))}`}
        {files.count > 0 && ` ${text('settings_onComputer_waiting', sized(files))}`}
      </p>
    </div>
  )
}

function sized({ count, bytes }: { count: number; bytes: number }) {
  return { count: numberText(count), size: sizeText(bytes) }
}
