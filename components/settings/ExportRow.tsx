import { useState } from 'react'
import type { ExportFormat } from '../../lib/domain/export/writers.ts'
import { text } from '../../lib/domain/texts.ts'
import { ExportProgress } from '../export/ExportProgress.tsx'
import { useExport } from '../export/useExport.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Managed } from '../ui/Managed.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './ExportRow.module.css'
import { Row } from './Section.tsx'

/** Takes along everything that is here. */
export function ExportRow() {
  const [format, setFormat] = useState<ExportFormat>('json')
  const { progress, failure, start, cancel } = useExport()
  const allowed = useFeature('export')
  const formats: { value: ExportFormat; name: string }[] = [
    { value: 'json', name: 'JSON' },
    { value: 'csv', name: text('settings_exportFormat_csv') },
    { value: 'markdown', name: text('settings_exportFormat_markdown') },
  ]
  return (
    <>
      <Row
        label={text('settings_export')}
        hint={<Managed when={!allowed}>{text('settings_export_hint')}</Managed>}
      >
        <div className={styles.choice}>
          <Select
            aria-label={text('settings_exportFormat')}
            disabled={!allowed}
            value={format}
            options={formats}
            onChange={setFormat}
          />
          <Button
            disabled={!allowed || progress !== null}
            onClick={() => start(format, { conversationId: null, title: 'parley' })}
          >
            {text('settings_export_start')}
          </Button>
          {progress && <ExportProgress progress={progress} onCancel={cancel} />}
        </div>
      </Row>
      {failure && <Banner>{failure}</Banner>}
    </>
  )
}
