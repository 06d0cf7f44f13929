import { useRef, useState } from 'react'
import type { UserMade } from '../../lib/domain/backup/Backup.ts'
import { planRestore } from '../../lib/domain/backup/planRestore.ts'
import { failureText } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { readUserMade, restoreUserMade } from '../../lib/store/backup/userMade.ts'
import { exportName } from '../export/exportName.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { useDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import { Note, Row } from '../settings/Section.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Managed } from '../ui/Managed.tsx'
import { RestorePlan } from './RestorePlan.tsx'

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
  const mayBackUp = useFeature('export')
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
      const unsaved = failureText({ kind: 'storage', detail: null, retryAt: null })
      setFailure((error as Error).name === 'BackupError' ? (error as Error).message : unsaved)
    }
  }

  const backUp = async () => {
    const { writeBackup } = await import('../../lib/store/backup/backupFile.ts')
    const content = writeBackup(await readUserMade(db), new Date().toISOString())
    saveFile(exportName(text('backup_fileName'), 'json'), 'application/json', content)
    setSaid(text('backup_saved'))
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
    setSaid(text('backup_restored'))
    void command('drain', {})
  }

  return (
    <>
      <Row label={text('backup_label')} hint={<Managed when={!mayBackUp}>{text('backup_hint')}</Managed>}>
        <Button disabled={!mayBackUp} onClick={() => void attempt(backUp)}>
          {text('backup_backUp')}
        </Button>
      </Row>
      <Row label={text('backup_restoreLabel')} hint={text('backup_restoreHint')}>
        <Button onClick={() => input.current?.click()}>{text('backup_choose')}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={text('backup_file')}
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
