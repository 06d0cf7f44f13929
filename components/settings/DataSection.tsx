import { useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
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
        <Row
          label="Cached messages"
          hint="What came from LinkedIn is fetched again, received files when you ask for them. Drafts, unsent replies with their files, snoozes, labels, notes and snippets stay."
        >
          <ConfirmButton
            label="Clear cached messages"
            question="All conversations will be imported again."
            confirm="Clear now"
            onConfirm={() => void command('clearCache', 'Cleared. The import runs again.')}
          />
        </Row>
        <Row
          label="Everything"
          hint="The key, all messages, and all you made in Parley. Nothing changes on LinkedIn. This cannot be undone."
        >
          <ConfirmButton
            label="Delete everything"
            question="Drafts, snippets and the key will be gone for good."
            confirm="Yes, delete everything"
            onConfirm={() => void command('deleteEverything', 'Everything was deleted.')}
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
