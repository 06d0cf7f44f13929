import { lazy, type ReactNode, Suspense } from 'react'
import type { FailureKind } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { strandedReplies } from '../../lib/store/queries/strandedReplies.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useKeyState } from '../hooks/useKeyState.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { useStored } from '../hooks/useStored.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './AttentionBanners.module.css'
import { attention, type Remedy } from './attention.ts'
import { reportProblem, useProblem } from './problem.ts'
import { useHostAccess } from './useHostAccess.ts'

// Loaded when needed, with the forms in it: most keys are never locked.
const LockedBanner = lazy(async () => ({ default: (await import('./LockedBanner.tsx')).LockedBanner }))

/** Nothing is broken here; something waits elsewhere. */
const MENDABLE: readonly FailureKind[] = ['disconnected', 'accountGone']

interface AttentionBannersProps {
  /** Whether this page has the room to be unlocked; else it leads to the settings. */
  unlockHere?: boolean
  /** Whether these are the settings: there is no way to them then, what mends it stands below. */
  inSettings?: boolean
}

/** What needs the user, each with the way out. */
export function AttentionBanners({ unlockHere = true, inSettings = false }: AttentionBannersProps) {
  const platform = usePlatform()
  const accounts = useAccounts()
  const problem = useProblem()
  const key = useKeyState()
  const settings = useSettings()
  const { granted, ask } = useHostAccess()
  const replies = useStored(strandedReplies)
  if (!accounts) return null
  const found = attention({
    accounts: accounts.on,
    reachesNone: settings?.reachesNone === true,
    hostAccess: granted || key?.sample === true,
    problem,
    stranded: inSettings ? 0 : (replies?.length ?? 0),
  })
  const locked = key?.open === false
  if (found.length === 0 && !locked) return null

  const remedies: Record<Remedy, ReactNode> = {
    openSettings: !inSettings && (
      <Button size="small" onClick={() => platform.openOptions('account')}>
        {text('common_openSettings')}
      </Button>
    ),
    renew: <VendorLink>{text('health_openConnectSafely')}</VendorLink>,
    reconnect: <VendorLink>{text('health_reconnect')}</VendorLink>,
    allowAccess: (
      <Button size="small" onClick={ask}>
        {text('health_allowAccess')}
      </Button>
    ),
    dismiss: (
      <Button size="small" onClick={() => reportProblem(null)}>
        {text('common_dismiss')}
      </Button>
    ),
  }
  return (
    <div className={styles.banners}>
      {locked && (
        <Suspense>
          <LockedBanner sealed={key.keeping === 'sealed'} unlockHere={unlockHere} />
        </Suspense>
      )}
      {found.map(({ kind, text: words, remedy }) => (
        <Banner key={words} tone={MENDABLE.includes(kind) ? 'warning' : 'danger'} action={remedies[remedy]}>
          <span dir="auto">{words}</span>
        </Banner>
      ))}
    </div>
  )
}

function VendorLink({ children }: { children: ReactNode }) {
  return (
    <a href="https://connectsafely.ai" target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
