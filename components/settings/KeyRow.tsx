import { useRef, useState } from 'react'
import type { Settings } from '../../lib/domain/settings.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import type { Action, KeyPress } from '../actions/actionTable.ts'
import { conflictOf, type KeyConflict, ownKeysWith } from '../actions/keyConflicts.ts'
import { keysOf } from '../actions/keymap.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { Button } from '../ui/Button.tsx'
import { Keys } from '../ui/Keys.tsx'
import { KeyCapture } from './KeyCapture.tsx'
import styles from './KeyRow.module.css'

interface KeyRowProps {
  action: Action
  settings: Settings
}

/** An action, its keys, and the way to give it others. */
export function KeyRow({ action, settings }: KeyRowProps) {
  const write = useIntent()
  const change = useRef<HTMLButtonElement>(null)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<{ press: KeyPress; why: KeyConflict } | null>(null)
  const keys = keysOf(action, settings)
  const isOwn = Object.hasOwn(settings.ownKeys, action.id)

  const keep = (own: Record<string, string[]>) => void write((db) => saveSetting(db, 'ownKeys', own))

  function stop(): void {
    setAsking(false)
    setRefused(null)
    change.current?.focus()
  }

  function take(press: KeyPress): void {
    const why = conflictOf(press, action, settings)
    setAsking(false)
    setRefused(why && { press, why })
    if (!why) keep(ownKeysWith(press, action, settings))
    change.current?.focus()
  }

  function takeOver({ press }: { press: KeyPress }): void {
    setRefused(null)
    keep(ownKeysWith(press, action, settings))
    change.current?.focus()
  }

  function reset(): void {
    const { [action.id]: _, ...others } = settings.ownKeys
    setRefused(null)
    // What the profile gives may meanwhile belong to another action: that one keeps it, and this one the rest.
    const kept = { ...settings, ownKeys: others }
    const free = keysOf(action, kept).filter((press) => conflictOf(press, action, kept) === null)
    keep(free.length === keysOf(action, kept).length ? others : { ...others, [action.id]: free })
    change.current?.focus()
  }

  return (
    <div>
      <div className={styles.row}>
        <span className={styles.name}>{action.name}</span>
        <span className={styles.keys}>
          {asking ? (
            <KeyCapture label={`Press the new key for ${action.name}`} onPress={take} onCancel={stop} />
          ) : (
            keys.map((press) => <Keys key={press} press={press} />)
          )}
          {!asking && keys.length === 0 && <span className={styles.none}>no key</span>}
        </span>
        <span className={styles.actions}>
          {isOwn && (
            <Button size="small" variant="ghost" aria-label={`Reset ${action.name}`} onClick={reset}>
              Reset
            </Button>
          )}
          <Button
            ref={change}
            size="small"
            aria-label={`Change the key of ${action.name}`}
            onClick={() => {
              setRefused(null)
              setAsking(true)
            }}
          >
            Change
          </Button>
        </span>
      </div>
      {refused && (
        <p className={styles.refused} role="alert">
          <Keys press={refused.press} />
          {refused.why.kind === 'browser' ? (
            ' is the browser’s own and cannot be changed.'
          ) : (
            <>
              {` belongs to ${namesOf(refused.why.actions)}. `}
              <Button size="small" onClick={() => takeOver(refused)}>
                Use it here instead
              </Button>
            </>
          )}
        </p>
      )}
    </div>
  )
}

function namesOf(actions: readonly Action[]): string {
  const [first, ...others] = actions.map(({ name }) => `“${name}”`)
  return others.length > 0 ? `${first} and ${others.length} more` : (first ?? '')
}
