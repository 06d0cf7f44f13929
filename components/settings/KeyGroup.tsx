import { useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useKeyState } from '../hooks/useKeyState.ts'
import { KeyForm } from '../onboarding/KeyForm.tsx'
import { Button } from '../ui/Button.tsx'
import { KeepingChoice } from './KeepingChoice.tsx'
import { SealedRows } from './SealedRows.tsx'
import { Group, Note, Row } from './Section.tsx'

/** The key: another one in its place, and how it is kept. */
export function KeyGroup() {
  const key = useKeyState()
  const rejected = useAccounts()?.on.some(({ health }) => health.state === 'signedOut') ?? false
  /** Null until the user says. A key that was rejected has to be replaced: nobody should have to look for where. */
  const [wanted, setWanted] = useState<boolean | null>(null)
  const replacing = wanted ?? rejected
  const [replaced, setReplaced] = useState(false)
  const locked = key?.open === false
  if (key?.sample) return <Note>{text('sample_noKey')}</Note>
  return (
    <>
      <Group>
        <Row
          label={text('settings_key')}
          hint={text(replaced ? 'settings_key_replaced' : 'settings_key_kept')}
        >
          {/* While it is locked the banner above asks for it. */}
          <Button
            aria-expanded={replacing}
            disabled={locked}
            onClick={() => {
              setWanted(!replacing)
              setReplaced(false)
            }}
          >
            {text('settings_key_replace')}
          </Button>
        </Row>
        {replacing && !locked && (
          <div>
            <KeyForm
              action={text('settings_key_use')}
              autoFocus={wanted === true}
              askPassphrase={key?.keeping === 'sealed'}
              onConnected={() => {
                setWanted(false)
                setReplaced(true)
              }}
            />
          </div>
        )}
      </Group>
      {key && (
        <>
          <Group>
            <KeepingChoice state={key} />
            {key.keeping === 'sealed' && <SealedRows state={key} />}
          </Group>
          {locked && <Note>{text('settings_keeping_unlockFirst')}</Note>}
        </>
      )}
    </>
  )
}
