import X from 'lucide-react/icons/x'
import { useRef, useState } from 'react'
import { newsBetween } from '../../lib/domain/news.ts'
import { text } from '../../lib/domain/texts.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useLateEffect } from '../hooks/useLateEffect.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { goOnIn } from '../ui/goOnIn.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './UpdateNote.module.css'

/**
 * One line for whoever was updated: that something changed, and the way to what. Screen readers say it when they have
 * nothing else to say; once it was followed or dismissed it does not come again.
 */
export function UpdateNote() {
  const platform = usePlatform()
  const settings = useSettings()
  const write = useIntent()
  const note = useRef<HTMLDivElement>(null)
  const from = settings?.updatedFrom ?? ''
  const isNews = from !== '' && newsBetween(from, platform.version).length > 0
  // Screen readers say what comes into a region that was there before, not what it came with.
  const [isRegionThere, setRegionThere] = useState(false)
  useLateEffect(() => {
    setRegionThere(true)
    return () => undefined
  }, [])

  function takeNote() {
    if (note.current?.contains(document.activeElement)) goOnIn(note.current.closest('section'))
    void write((db) => saveSetting(db, 'updatedFrom', ''))
  }

  return (
    <div ref={note} className={styles.note} aria-live="polite">
      {isNews && isRegionThere && (
        <>
          <span className={styles.words}>{text('news_updated')}</span>
          <Button
            variant="ghost"
            size="small"
            onClick={() => {
              platform.openOptions('news')
              takeNote()
            }}
          >
            {text('news_see')}
          </Button>
          <IconButton label={text('common_dismiss')} icon={X} size={16} onClick={takeNote} />
        </>
      )}
    </div>
  )
}
