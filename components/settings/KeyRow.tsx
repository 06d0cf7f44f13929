import { useRef, useState } from 'react'
import type { Settings } from '../../lib/domain/settings.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import type { Action, KeyPress } from '../actions/actionTable.ts'
import { conflictOf, type KeyConflict, ownKeysWith } from '../actions/keyConflicts.ts'
import { keysOf } from '../actions/keymap.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { Button } from '../ui/Button.tsx'
import { Keys } from '../ui/Keys.tsx'
import { RichText } from '../ui/RichText.tsx'
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
            <KeyCapture
              label={text('settings_keys_pressFor', { action: action.name })}
              onPress={take}
              onCancel={stop}
            />
          ) : (
            keys.map((press) => <Keys key={press} press={press} />)
          )}
          {!asking && keys.length === 0 && <span className={styles.none}>{text('settings_keys_none')}</span>}
        </span>
        <span className={styles.actions}>
          {isOwn && (
            <Button
              size="small"
              variant="ghost"
              aria-label={text('settings_keys_resetOf', { action: action.name })}
              onClick={reset}
            >
              {text('settings_keys_reset')}
            </Button>
          )}
          <Button
            ref={change}
            size="small"
            aria-label={text('settings_keys_changeOf', { action: action.name })}
            onClick={() => {
              setRefused(null)
              setAsking(true)
            }}
          >
            {text('settings_keys_change')}
          </Button>
        </span>
      </div>
      {refused && (
        <p className={styles.refused} role="alert">
          {refused.why.kind === 'browser' ? (
            <RichText id="settings_keys_browsers" values={{ key: <Keys press={refused.press} /> }} />
          ) : (
            <>
              <RichText
                id="settings_keys_belongs"
                values={{ key: <Keys press={refused.press} />, actions: namesOf(refused.why.actions) }}
              />{' '}
              <Button size="small" onClick={() => takeOver(refused)}>
                {text('settings_keys_useHere')}
              </Button>
            </>
          )}
        </p>
      )}
    </div>
  )
}

function namesOf(actions: readonly Action[]): string {
  const [first, ...others] = actions
  const action = first?.name ?? ''
  if (others.length === 0) return text('settings_keys_quoted', { action })
  return counted('settings_keys_quotedMore', others.length, { action })
}
