import { useState } from 'react'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { ACTIONS, type ActionGroup, KEY_PROFILES } from '../actions/actionTable.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { KeyRow } from './KeyRow.tsx'
import { Group, Note, Row } from './Section.tsx'

const GROUPS: readonly ActionGroup[] = [...new Set(ACTIONS.map(({ group }) => group))]

/** Which key does what. */
export function KeyboardSection() {
  const settings = useSettings()
  const write = useIntent()
  const [shown, setShown] = useState(false)
  if (!settings) return null
  const changed = Object.keys(settings.ownKeys).length
  return (
    <>
      <Group>
        <Row label="Keys like those of" hint="Press ? in the inbox to see them all.">
          <Segmented
            label="Keys like those of"
            value={settings.keyProfile}
            options={KEY_PROFILES}
            onChange={(profile) => void write((db) => saveSetting(db, 'keyProfile', profile))}
          />
        </Row>
        <Row
          label="Your own keys"
          hint={
            changed === 0 ? 'None changed.' : `${changed} ${changed === 1 ? 'action' : 'actions'} changed.`
          }
        >
          {changed > 0 && (
            <Button onClick={() => void write((db) => saveSetting(db, 'ownKeys', {}))}>Reset all</Button>
          )}
          <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide keys' : 'Change keys'}
          </Button>
        </Row>
      </Group>
      {shown &&
        GROUPS.map((group) => (
          <div key={group}>
            <Note>{group}</Note>
            <Group>
              {ACTIONS.filter((action) => action.group === group).map((action) => (
                <KeyRow key={action.id} action={action} settings={settings} />
              ))}
            </Group>
          </div>
        ))}
    </>
  )
}
