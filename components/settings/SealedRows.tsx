import { useState } from 'react'
import { LOCK_AFTER, type LockAfter } from '../../lib/vault/autoLock.ts'
import type { KeyState } from '../../lib/vault/keeping.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { KeepFailed } from './KeepFailed.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { Row } from './Section.tsx'
import { useKeep } from './useKeep.ts'

interface SealedRowsProps {
  state: KeyState
}

/** What can be set where the key lies under a passphrase. */
export function SealedRows({ state }: SealedRowsProps) {
  const { vault, command } = usePlatform()
  const [changing, setChanging] = useState(false)
  const { busy, failed, keep } = useKeep()

  async function change(passphrase: string): Promise<void> {
    if (await keep({ keeping: 'sealed', passphrase, lockAfter: state.lockAfter })) setChanging(false)
  }

  async function lock(): Promise<void> {
    await vault.lock()
    // The worker finds no key, which is how the badge learns of it.
    void command('syncNow', {})
  }

  return (
    <>
      <Row label="Lock by itself" hint="Counted from when you last used one of Parley's pages.">
        <Select
          aria-label="Lock by itself"
          disabled={!state.open}
          value={nameOf(state.lockAfter)}
          options={OPTIONS}
          onChange={(value) =>
            void vault.setLockAfter(LOCK_AFTER.find((one) => nameOf(one) === value) ?? null)
          }
        />
      </Row>
      {state.open && (
        <Row label="Passphrase" hint="After locking, nothing is fetched or sent until you enter it.">
          <Button aria-expanded={changing} onClick={() => setChanging(!changing)}>
            Change
          </Button>
          <Button onClick={() => void lock()}>Lock now</Button>
        </Row>
      )}
      {state.open && changing && (
        <div>
          <PassphraseForm
            action="Use this passphrase"
            busy={busy}
            onSeal={(passphrase) => void change(passphrase)}
            onCancel={() => setChanging(false)}
          />
          {failed && <KeepFailed />}
        </div>
      )}
    </>
  )
}

const NAMES = new Map<LockAfter, string>([
  [15, 'After 15 minutes'],
  [60, 'After 1 hour'],
  [240, 'After 4 hours'],
  [null, 'When the browser closes'],
])
const OPTIONS = LOCK_AFTER.map((one) => ({ value: nameOf(one), name: NAMES.get(one) ?? '' }))

function nameOf(lockAfter: LockAfter): string {
  return String(lockAfter)
}
