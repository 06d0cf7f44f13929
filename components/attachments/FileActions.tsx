import { lazy, Suspense, useState } from 'react'
import { failureText } from '../../lib/domain/failure.ts'
import type { Attachment } from '../../lib/domain/message.ts'
import { maybePicture } from '../../lib/domain/picture.ts'
import { text } from '../../lib/domain/texts.ts'
import { useFeature } from '../hooks/useFeature.ts'
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

/** What can be done with a received file, where the organization lets it. Nothing is fetched before one of these is pressed. */
export function FileActions({ attachment, name, messageId, index }: FileActionsProps) {
  const { command, saveFile } = usePlatform()
  const coming = useComingDatabase()
  const [busy, setBusy] = useState<'preview' | 'save' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [picture, setPicture] = useState<Blob | null>(null)
  if (!useFeature('attachments')) return null

  async function act(what: 'preview' | 'save') {
    setProblem(null)
    if (what === 'preview' && picture) return setPicture(null)
    setBusy(what)
    try {
      const files = await import('./receivedFile.ts')
      const file = await files.receivedFile(await coming, command, { attachment, messageId, index })
      if ('kind' in file) setProblem(failureText(file))
      else if (what === 'save') files.save(saveFile, attachment, file)
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
              setProblem(text('attachments_pictureDamaged'))
            }}
          />
        </Suspense>
      )}
      {maybePicture(attachment) && (
        <Button
          size="small"
          variant="ghost"
          aria-label={text(picture ? 'attachments_hideOf' : 'attachments_previewOf', { name })}
          aria-busy={busy === 'preview'}
          onClick={() => busy === null && void act('preview')}
        >
          {text(busy === 'preview' ? 'common_loading' : picture ? 'attachments_hide' : 'attachments_preview')}
        </Button>
      )}
      <Button
        size="small"
        variant="ghost"
        aria-label={text('attachments_saveOf', { name })}
        aria-busy={busy === 'save'}
        onClick={() => busy === null && void act('save')}
      >
        {text(busy === 'save' ? 'common_loading' : 'attachments_save')}
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
