import DatabaseIcon from 'lucide-react/icons/database'
import { type ReactNode, useEffect, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { useConnection } from '../hooks/useConnection.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './StorageGate.module.css'

const SLOW_MS = 10_000

/** What the button that loads the page anew is called; none where it goes on by itself. */
const ACTIONS = {
  refused: 'common_tryAgain',
  full: 'common_tryAgain',
  outdated: 'common_reload',
  blocked: null,
  slow: 'common_reload',
} as const

/** Stands before a page whose database cannot be had, with the reason and the way out, so that it never stays empty. */
export function StorageGate({ children }: { children: ReactNode }) {
  const state = useConnection()
  const slow = useSlow(state === 'opening')
  if (state === 'open' || (state === 'opening' && !slow)) return children
  const trouble = state === 'opening' ? 'slow' : state
  const action = ACTIONS[trouble]
  return (
    <main className={styles.gate}>
      <h1 className="visually-hidden">Parley</h1>
      <div role="alert">
        <EmptyState
          icon={DatabaseIcon}
          title={text(`platform_${trouble}_title`)}
          action={
            action && (
              <Button variant="primary" onClick={() => location.reload()}>
                {text(action)}
              </Button>
            )
          }
        >
          {text(`platform_${trouble}_hint`)}
        </EmptyState>
      </div>
    </main>
  )
}

/** True once something has gone on for too long. */
function useSlow(goesOn: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!goesOn) return
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [goesOn])
  return slow
}
