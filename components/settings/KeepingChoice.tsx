import { useId, useState } from 'react'
import type { Keeping, KeyState } from '../../lib/vault/keeping.ts'
import { KeepFailed } from './KeepFailed.tsx'
import styles from './KeepingChoice.module.css'
import { PassphraseForm } from './PassphraseForm.tsx'
import { useKeep } from './useKeep.ts'

const CHOICES: { keeping: Keeping; name: string; hint: string }[] = [
  {
    keeping: 'stored',
    name: 'Keep in this browser',
    hint: 'Parley works as soon as the browser starts. Whoever can use this browser profile can use the key.',
  },
  {
    keeping: 'memory',
    name: 'Forget when the browser closes',
    hint: 'Held in memory only. You enter the key again after each start of the browser; messages stay readable.',
  },
  {
    keeping: 'sealed',
    name: 'Lock with a passphrase',
    hint: 'Encrypted on this computer. You enter the passphrase after each start of the browser, and after a while without use. Nobody can recover it; the key can be entered anew.',
  },
]

interface KeepingChoiceProps {
  state: KeyState
}

/** How the key is kept. A choice holds at once; the one that needs a passphrase asks for it first. */
export function KeepingChoice({ state }: KeepingChoiceProps) {
  const name = useId()
  const [sealing, setSealing] = useState(false)
  const { busy, failed, keep, forget } = useKeep()
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
      <div role="radiogroup" aria-label="How the key is kept" className={styles.choices}>
        {CHOICES.map(({ keeping, name: label, hint }) => (
          <label key={keeping} className={styles.choice}>
            <input
              type="radio"
              name={name}
              aria-label={label}
              aria-describedby={`${name}-${keeping}`}
              checked={chosen === keeping}
              disabled={!state.open || busy}
              onChange={() => choose(keeping)}
            />
            <span>
              <span className={styles.name}>{label}</span>
              <span className={styles.hint} id={`${name}-${keeping}`}>
                {hint}
              </span>
            </span>
          </label>
        ))}
      </div>
      {sealing && (
        <div className={styles.form}>
          <PassphraseForm
            action="Lock with this passphrase"
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
