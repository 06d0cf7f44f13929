import DatabaseIcon from 'lucide-react/icons/database'
import { type ReactNode, useEffect, useState } from 'react'
import { useConnection } from '../hooks/useConnection.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './StorageGate.module.css'

const SLOW_MS = 10_000

const TEXTS = {
  refused: {
    title: 'Parley cannot keep its data here',
    hint: 'The browser does not allow it, as is usual in private windows and under some privacy settings. Open Parley in a normal window, or allow it to store data, then try again.',
    action: 'Try again',
  },
  full: {
    title: 'The disk is full',
    hint: 'Without a little free space the browser cannot open what Parley kept. Nothing is lost. Free some disk space, then try again.',
    action: 'Try again',
  },
  outdated: {
    title: 'Parley was updated',
    hint: 'This page is still the old one. What you typed is kept.',
    action: 'Reload',
  },
  blocked: {
    title: 'Parley is being updated',
    hint: 'Another page of Parley is still open in the old version. Close its other tabs, windows and side panels; this one then goes on by itself.',
    action: null,
  },
  slow: {
    title: 'The browser does not open Parley’s data',
    hint: 'It may still be busy. If reloading does not help, restart the browser. Nothing is lost.',
    action: 'Reload',
  },
} as const

/** Stands before a page whose database cannot be had, with the reason and the way out, so that it never stays empty. */
export function StorageGate({ children }: { children: ReactNode }) {
  const state = useConnection()
  const slow = useSlow(state === 'opening')
  if (state === 'open' || (state === 'opening' && !slow)) return children
  const { title, hint, action } = TEXTS[state === 'opening' ? 'slow' : state]
  return (
    <main className={styles.gate}>
      <h1 className="visually-hidden">Parley</h1>
      <div role="alert">
        <EmptyState
          icon={DatabaseIcon}
          title={title}
          action={
            action && (
              <Button variant="primary" onClick={() => location.reload()}>
                {action}
              </Button>
            )
          }
        >
          {hint}
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
