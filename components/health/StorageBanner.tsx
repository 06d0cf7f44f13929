import { useStorageTrouble } from '../hooks/useStorageTrouble.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './StorageBanner.module.css'

/** What is wrong with keeping data on this computer, and the way out. */
export function StorageBanner({ inSettings = false }: { inSettings?: boolean }) {
  const platform = usePlatform()
  const { full, lostAt } = useStorageTrouble()
  if (!full && lostAt === null) return null
  return (
    <div className={inSettings ? styles.inSettings : styles.banners}>
      {full && (
        <Banner
          tone="warning"
          action={
            !inSettings && (
              <Button size="small" onClick={() => platform.openOptions('data')}>
                Open settings
              </Button>
            )
          }
        >
          <strong>The disk is full.</strong> New messages cannot be kept here; replies still go out. Free some
          disk space, or clear the cached messages {inSettings ? 'below' : 'in the settings'}.
        </Banner>
      )}
      {lostAt !== null && (
        <Banner
          tone="warning"
          action={
            <Button size="small" onClick={() => platform.trouble.dismissLost()}>
              Understood
            </Button>
          }
        >
          <strong>The browser deleted what Parley kept here.</strong> Conversations are being fetched again.
          Drafts, snoozes, labels, snippets and settings that were kept only here are gone.
        </Banner>
      )}
    </div>
  )
}
