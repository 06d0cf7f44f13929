import { useRef, useState } from 'react'
import type { UserMade } from '../../lib/domain/backup/Backup.ts'
import { planRestore } from '../../lib/domain/backup/planRestore.ts'
import { failureText } from '../../lib/domain/failure.ts'
import { readUserMade, restoreUserMade } from '../../lib/store/backup/userMade.ts'
import { exportName } from '../export/exportName.ts'
import { useDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import { Note, Row } from '../settings/Section.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { RestorePlan } from './RestorePlan.tsx'

const UNSAVED = failureText({ kind: 'storage', detail: null, retryAt: null })

/** A backup that was read and not restored yet. */
interface Read {
  madeAt: number
  made: UserMade
  /** What restoring it would write. */
  plan: UserMade
}

/** What the user made, taken along in a file and brought back. What reads a file loads when there is one. */
export function BackupRows() {
  const db = useDatabase()
  const { saveFile, forgetFirstScreen, command } = usePlatform()
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [said, setSaid] = useState('')

  /** Does something and says why where it failed. */
  async function attempt(work: () => Promise<void>) {
    setFailure(null)
    setSaid('')
    try {
      await work()
    } catch (error) {
      setFailure((error as Error).name === 'BackupError' ? (error as Error).message : UNSAVED)
    }
  }

  const backUp = async () => {
    const { writeBackup } = await import('../../lib/store/backup/backupFile.ts')
    const text = writeBackup(await readUserMade(db), new Date().toISOString())
    saveFile(exportName('parley backup', 'json'), 'application/json', text)
    setSaid('The backup was saved.')
  }
  const look = async (file: File) => {
    setRead(null)
    const { readBackup } = await import('../../lib/store/backup/backupFile.ts')
    const backup = readBackup(await file.text())
    setRead({ ...backup, plan: planRestore(backup.made, await readUserMade(db)) })
  }
  const restore = async ({ made }: Read) => {
    forgetFirstScreen()
    await restoreUserMade(db, made)
    setRead(null)
    setSaid('The backup was restored.')
    void command('drain', {})
  }

  return (
    <>
      <Row
        label="Backup"
        hint="Your settings, labels, snippets, notes, saved searches and drafts, and what you made of conversations, as one file. Not the key, not the messages."
      >
        <Button onClick={() => void attempt(backUp)}>Back up</Button>
      </Row>
      <Row
        label="Restore"
        hint="Adds what is missing here and takes the settings over; whatever else is here stays. You see what it does first."
      >
        <Button onClick={() => input.current?.click()}>Choose backup</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="Backup to restore"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void attempt(() => look(file))
            // The same file can be chosen again.
            event.target.value = ''
          }}
        />
      </Row>
      {read && (
        <RestorePlan
          madeAt={read.madeAt}
          plan={read.plan}
          onRestore={() => void attempt(() => restore(read))}
          onCancel={() => setRead(null)}
        />
      )}
      {failure && <Banner>{failure}</Banner>}
      <div role="status" className={said === '' ? 'visually-hidden' : undefined}>
        {said !== '' && <Note>{said}</Note>}
      </div>
    </>
  )
}
