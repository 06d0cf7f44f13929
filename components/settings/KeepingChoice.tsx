import { useId, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import type { Keeping, KeyState } from '../../lib/vault/keeping.ts'
import { mayKeep } from '../../lib/vault/keyDemand.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Managed } from '../ui/Managed.tsx'
import { KeepFailed } from './KeepFailed.tsx'
import styles from './KeepingChoice.module.css'
import { PassphraseForm } from './PassphraseForm.tsx'
import { Note } from './Section.tsx'
import { useKeep } from './useKeep.ts'

const CHOICES: readonly Keeping[] = ['stored', 'memory', 'sealed']

interface KeepingChoiceProps {
  state: KeyState
}

/** How the key is kept. A choice holds at once; the one that needs a passphrase asks for it first. */
export function KeepingChoice({ state }: KeepingChoiceProps) {
  const name = useId()
  const [sealing, setSealing] = useState(false)
  const { busy, failed, keep, forget } = useKeep()
  const keyKeeping = useSettings()?.policy.keyKeeping ?? 'any'
  const chosen = sealing ? 'sealed' : state.keeping

  async function seal(passphrase: string): Promise<void> {
    if (await keep({ keeping: 'sealed', passphrase, lockAfter: state.lockAfter })) setSealing(false)
  }

  function choose(keeping: Keeping) {
    forget()
    setSealing(keeping === 'sealed' && state.keeping !== 'sealed')
    if (keeping !== 'sealed' && keeping !== state.keeping) void keep({ keeping })
  }

  return (
    <div>
      <div role="radiogroup" aria-label={text('settings_keeping')} className={styles.choices}>
        {CHOICES.map((keeping) => (
          <label key={keeping} className={styles.choice}>
            <input
              type="radio"
              name={name}
              aria-label={text(`settings_keeping_${keeping}`)}
              aria-describedby={`${name}-${keeping}`}
              checked={chosen === keeping}
              disabled={!state.open || busy || !mayKeep({ keyKeeping }, keeping)}
              onChange={() => choose(keeping)}
            />
            <span>
              <span className={styles.name}>{text(`settings_keeping_${keeping}`)}</span>
              <span className={styles.hint} id={`${name}-${keeping}`}>
                <Managed when={!mayKeep({ keyKeeping }, keeping)}>
                  {text(`settings_keeping_${keeping}_hint`)}
                </Managed>
              </span>
            </span>
          </label>
        ))}
      </div>
      {keyKeeping === 'passphrase' && state.keeping !== 'sealed' && (
        <Note>{text('settings_keeping_passphraseWanted')}</Note>
      )}
      {sealing && (
        <div className={styles.form}>
          <PassphraseForm
            action={text('settings_keeping_lock')}
            busy={busy}
            onSeal={(passphrase) => void seal(passphrase)}
            onCancel={() => setSealing(false)}
          />
        </div>
      )}
      {failed && <KeepFailed />}
    </div>
  )
}
