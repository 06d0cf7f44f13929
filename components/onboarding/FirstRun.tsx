import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useRestoring } from './useRestoring.ts'

// Loaded when needed: whoever is connected, which is nearly always, opens the popup without this code.
const Connect = lazy(async () => {
  // What follows once the key works is fetched along, so that it is there at once.
  void import('./Connected.tsx')
  return { default: (await import('./Connect.tsx')).Connect }
})
const Connected = lazy(async () => ({ default: (await import('./Connected.tsx')).Connected }))

interface FirstRunProps {
  afterConnect: 'close' | 'openInbox' | 'nothing'
  children: ReactNode
}

/**
 * Stands before a page until a key works. While the settings load it shows nothing at all, so that neither first
 * run nor inbox flashes up; where that takes long, its mark. Right after connecting, the page below is usable already.
 */
export function FirstRun({ afterConnect, children }: FirstRunProps) {
  const settings = useSettings()
  const accounts = useAccounts()
  // Whether this page was there before the key was: then it also says what the key reaches.
  const [wasFirst, setWasFirst] = useState(false)
  // The page stays as it is when the card above it goes, and what has the focus in it too.
  const [hadCard, setHadCard] = useState(false)
  const restoring = useRestoring(settings?.connectedAt === null && !wasFirst)
  if (!settings || !accounts) return <Waiting />
  if (settings.connectedAt === null) {
    if (restoring) return <Waiting />
    if (!wasFirst) setWasFirst(true)
    return (
      <Suspense>
        <Connect />
      </Suspense>
    )
  }
  if (!wasFirst && !hadCard) return children
  function closeCard() {
    setHadCard(true)
    setWasFirst(false)
  }
  return (
    // The page waits for the card above it, or it would be pushed down a moment later.
    <Suspense fallback={<Waiting />}>
      {wasFirst && <Connected afterConnect={afterConnect} onClose={closeCard} />}
      {children}
    </Suspense>
  )
}
