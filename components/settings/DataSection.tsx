import { useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { BackupRows } from '../backup/BackupRows.tsx'
import { StorageBanner } from '../health/StorageBanner.tsx'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { CacheStatistics } from './CacheStatistics.tsx'
import { ConfirmButton } from './ConfirmButton.tsx'
import { ExportRow } from './ExportRow.tsx'
import { RetentionRows } from './RetentionRows.tsx'
import { Group, Row } from './Section.tsx'

/** How much of it is kept, taking it along, and getting rid of it. */
export function DataSection() {
  const platform = usePlatform()
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState('')

  async function command(name: 'clearCache' | 'deleteEverything', said: string) {
    setFailure(null)
    setDone('')
    const outcome = await platform.command(name, {})
    if (outcome.ok) setDone(said)
    else setFailure(failureText(outcome.failure))
  }

  return (
    <>
      <StorageBanner inSettings />
      <Group>
        <CacheStatistics />
        <RetentionRows />
      </Group>
      <Group>
        <ExportRow />
        <BackupRows />
      </Group>
      <Group>
        <Row label={text('settings_cachedMessages')} hint={text('settings_cachedMessages_hint')}>
          <ConfirmButton
            label={text('settings_clearCache')}
            question={text('settings_clearCache_question')}
            confirm={text('settings_clearCache_confirm')}
            onConfirm={() => void command('clearCache', text('settings_clearCache_done'))}
          />
        </Row>
        <Row label={text('settings_everything')} hint={text('settings_everything_hint')}>
          <ConfirmButton
            label={text('settings_deleteEverything')}
            question={text('settings_deleteEverything_question')}
            confirm={text('settings_deleteEverything_confirm')}
            onConfirm={() => void command('deleteEverything', text('settings_deleteEverything_done'))}
          />
        </Row>
        {failure && <Banner>{failure}</Banner>}
      </Group>
      <p role="status" className="visually-hidden">
        {done}
      </p>
    </>
  )
}
