import { text } from '../../lib/domain/texts.ts'
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
                {text('common_openSettings')}
              </Button>
            )
          }
        >
          <strong>{text('health_full')}</strong>{' '}
          {text(inSettings ? 'health_full_clearBelow' : 'health_full_clearInSettings')}
        </Banner>
      )}
      {lostAt !== null && (
        <Banner
          tone="warning"
          action={
            <Button size="small" onClick={() => platform.trouble.dismissLost()}>
              {text('health_understood')}
            </Button>
          }
        >
          <strong>{text('health_lost')}</strong> {text('health_lost_hint')}
        </Banner>
      )}
    </div>
  )
}
