import { useState } from 'react'
import { counted, text } from '../../lib/domain/texts.ts'
import type { LockAfter } from '../../lib/vault/autoLock.ts'
import type { KeyState } from '../../lib/vault/keeping.ts'
import { lockChoices } from '../../lib/vault/keyDemand.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { Managed } from '../ui/Managed.tsx'
import { Select } from '../ui/Select.tsx'
import { KeepFailed } from './KeepFailed.tsx'
import { PassphraseForm } from './PassphraseForm.tsx'
import { Row } from './Section.tsx'
import { useKeep } from './useKeep.ts'

/** In minutes. */
const HOUR = 60

interface SealedRowsProps {
  state: KeyState
}

/** What can be set where the key lies under a passphrase. */
export function SealedRows({ state }: SealedRowsProps) {
  const { vault, command } = usePlatform()
  const [changing, setChanging] = useState(false)
  const { busy, failed, keep } = useKeep()
  const lockMinutes = useSettings()?.policy.lockMinutes ?? null
  const choices = [...new Set([...lockChoices({ lockMinutes }), state.lockAfter])]

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
      <Row
        label={text('settings_lockAfter')}
        hint={<Managed when={lockMinutes !== null}>{text('settings_lockAfter_hint')}</Managed>}
      >
        <Select
          aria-label={text('settings_lockAfter')}
          disabled={!state.open}
          value={String(state.lockAfter)}
          options={choices.map((one) => ({ value: String(one), name: nameOf(one) }))}
          onChange={(value) => void vault.setLockAfter(choices.find((one) => String(one) === value) ?? null)}
        />
      </Row>
      {state.open && (
        <Row label={text('settings_passphrase')} hint={text('settings_passphrase_hint')}>
          <Button aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {text('settings_passphrase_change')}
          </Button>
          <Button onClick={() => void lock()}>{text('settings_lockNow')}</Button>
        </Row>
      )}
      {state.open && changing && (
        <div>
          <PassphraseForm
            action={text('settings_passphrase_use')}
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

function nameOf(minutes: LockAfter): string {
  if (minutes === null) return text('settings_lockAfter_close')
  if (minutes % HOUR !== 0) return counted('settings_lockAfterMinutes', minutes)
  return counted('settings_lockAfterHours', minutes / HOUR)
}
