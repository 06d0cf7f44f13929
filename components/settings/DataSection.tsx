import { useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
import { exportEverything } from '../../lib/store/queries/exportEverything.ts'
import { StorageBanner } from '../health/StorageBanner.tsx'
import { useDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ConfirmButton } from './ConfirmButton.tsx'
import { RetentionRows } from './RetentionRows.tsx'
import { Group, Row } from './Section.tsx'

/** How much of it is kept, taking it along, and getting rid of it. */
export function DataSection() {
  const platform = usePlatform()
  const db = useDatabase()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState('')

  async function save() {
    setBusy(true)
    setFailure(null)
    try {
      const exportedAt = new Date().toISOString()
      const content = { format: 'parley-export', version: 1, exportedAt, ...(await exportEverything(db)) }
      const name = `parley-${exportedAt.slice(0, 10)}.json`
      platform.saveFile(name, 'application/json', JSON.stringify(content, null, 2))
    } catch {
      setFailure(failureText({ kind: 'storage', detail: null, retryAt: null }))
    }
    setBusy(false)
  }

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
        <RetentionRows />
      </Group>
      <Group>
        <Row
          label="Export"
          hint="All conversations and messages on this computer, with your labels and snippets, as JSON."
        >
          <Button disabled={busy} onClick={() => void save()}>
            Export
          </Button>
        </Row>
        <Row
          label="Cached messages"
          hint="What came from LinkedIn is fetched again. Drafts, unsent replies, snoozes, labels and snippets stay."
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
