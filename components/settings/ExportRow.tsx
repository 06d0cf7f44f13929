import { useState } from 'react'
import type { ExportFormat } from '../../lib/domain/export/writers.ts'
import { ExportProgress } from '../export/ExportProgress.tsx'
import { useExport } from '../export/useExport.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './ExportRow.module.css'
import { Row } from './Section.tsx'

const FORMATS = [
  { value: 'json', name: 'JSON' },
  { value: 'csv', name: 'CSV, for spreadsheets' },
  { value: 'markdown', name: 'Markdown, for reading' },
]

/** Takes along everything that is here. */
export function ExportRow() {
  const [format, setFormat] = useState<ExportFormat>('json')
  const { progress, failure, start, cancel } = useExport()
  return (
    <>
      <Row
        label="Export"
        hint="All conversations and messages on this computer; as JSON with what you made of them too. A single conversation can be exported from its own menu."
      >
        <div className={styles.choice}>
          <Select
            aria-label="Format"
            value={format}
            options={FORMATS}
            onChange={(value) => setFormat(value as ExportFormat)}
          />
          <Button
            disabled={progress !== null}
            onClick={() => start(format, { conversationId: null, title: 'parley' })}
          >
            Export
          </Button>
          {progress && <ExportProgress progress={progress} onCancel={cancel} />}
        </div>
      </Row>
      {failure && <Banner>{failure}</Banner>}
    </>
  )
}
