import { newsBetween } from '../../lib/domain/news.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import styles from './NewsSection.module.css'
import { Group } from './Section.tsx'

/** What each version brought, up to this one. */
export function NewsSection() {
  const { version: present } = usePlatform()
  return (
    <Group>
      {newsBetween('0.0', present).map(({ version, lines }) => (
        <div key={version}>
          <h3 className={styles.version}>{text('news_version', { version })}</h3>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>{text(line)}</li>
            ))}
          </ul>
        </div>
      ))}
    </Group>
  )
}
