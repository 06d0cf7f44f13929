import { useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { diagnosticReport } from '../../lib/store/queries/diagnosticReport.ts'
import { useKeyState } from '../hooks/useKeyState.ts'
import { useDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './CopyReport.module.css'
import { Group, Row } from './Section.tsx'

interface CopyReportProps {
  /** How much of the disk is used, in words. */
  diskUse: string
}

/** Copies what somebody who helps needs to know; saves it as a file where the browser does not let a page copy. */
export function CopyReport({ diskUse }: CopyReportProps) {
  const platform = usePlatform()
  const db = useDatabase()
  const key = useKeyState()
  const [done, setDone] = useState('')
  const [failure, setFailure] = useState<string | null>(null)

  async function makeReport(): Promise<string> {
    const content = await diagnosticReport(db, {
      now: Date.now(),
      version: platform.version,
      browser: navigator.userAgent,
      key: key ? `${key.keeping}, ${key.open ? 'open' : 'closed'}` : 'unknown',
      storage: diskUse,
    })
    return JSON.stringify(content, null, 2)
  }

  async function copy() {
    setDone('')
    setFailure(null)
    try {
      const report = await makeReport()
      const copied = await platform.copyText(report).then(
        () => true,
        () => false,
      )
      if (!copied) platform.saveFile('parley-report.json', 'application/json', report)
      setDone(text(copied ? 'settings_copyReport_copied' : 'settings_copyReport_saved'))
    } catch {
      setFailure(failureText({ kind: 'storage', detail: null, retryAt: null }))
    }
  }

  return (
    <Group>
      <Row label={text('settings_report')} hint={text('settings_report_hint')}>
        <span role="status" className={styles.done}>
          {done}
        </span>
        <Button onClick={() => void copy()}>{text('settings_copyReport')}</Button>
      </Row>
      {failure && <Banner>{failure}</Banner>}
    </Group>
  )
}
