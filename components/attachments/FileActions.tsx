import { lazy, Suspense, useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
import type { Attachment } from '../../lib/domain/message.ts'
import { maybePicture } from '../../lib/domain/picture.ts'
import { useComingDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './FileActions.module.css'

const Picture = lazy(async () => ({ default: (await import('./Picture.tsx')).Picture }))

interface FileActionsProps {
  attachment: Attachment
  /** Its name as the page shows it. */
  name: string
  messageId: string
  /** Its place among the attachments of its message. */
  index: number
}

/** What can be done with a received file. Nothing is fetched before one of these is pressed. */
export function FileActions({ attachment, name, messageId, index }: FileActionsProps) {
  const { command, saveFile } = usePlatform()
  const coming = useComingDatabase()
  const [busy, setBusy] = useState<'Preview' | 'Save' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [picture, setPicture] = useState<Blob | null>(null)

  async function act(what: 'Preview' | 'Save') {
    setProblem(null)
    if (what === 'Preview' && picture) return setPicture(null)
    setBusy(what)
    try {
      const files = await import('./receivedFile.ts')
      const file = await files.receivedFile(await coming, command, { attachment, messageId, index })
      if ('kind' in file) setProblem(failureText(file))
      else if (what === 'Save') files.save(saveFile, attachment, file)
      else {
        const shown = files.pictureOf(file)
        if (typeof shown === 'string') setProblem(shown)
        else setPicture(shown)
      }
    } catch {
      setProblem(failureText({ kind: 'storage', detail: null, retryAt: null }))
    }
    setBusy(null)
  }

  return (
    <div className={styles.actions}>
      {picture && (
        <Suspense>
          <Picture
            content={picture}
            name={name}
            onBroken={() => {
              setPicture(null)
              setProblem('This picture is damaged. Save it to look at it elsewhere.')
            }}
          />
        </Suspense>
      )}
      {maybePicture(attachment) && (
        <Button
          size="small"
          variant="ghost"
          aria-label={`${picture ? 'Hide' : 'Preview'} ${name}`}
          aria-busy={busy === 'Preview'}
          onClick={() => busy === null && void act('Preview')}
        >
          {busy === 'Preview' ? 'Loading…' : picture ? 'Hide' : 'Preview'}
        </Button>
      )}
      <Button
        size="small"
        variant="ghost"
        aria-label={`Save ${name}`}
        aria-busy={busy === 'Save'}
        onClick={() => busy === null && void act('Save')}
      >
        {busy === 'Save' ? 'Loading…' : 'Save'}
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
