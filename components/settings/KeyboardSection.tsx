import { useState } from 'react'
import { counted, text } from '../../lib/domain/texts.ts'
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
        <Row label={text('settings_keys_profile')} hint={text('settings_keys_profile_hint')}>
          <Segmented
            label={text('settings_keys_profile')}
            value={settings.keyProfile}
            options={KEY_PROFILES}
            onChange={(profile) => void write((db) => saveSetting(db, 'keyProfile', profile))}
          />
        </Row>
        <Row
          label={text('settings_keys_own')}
          hint={changed === 0 ? text('settings_keys_noneChanged') : counted('settings_keys_changed', changed)}
        >
          {changed > 0 && (
            <Button onClick={() => void write((db) => saveSetting(db, 'ownKeys', {}))}>
              {text('settings_keys_resetAll')}
            </Button>
          )}
          <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
            {text(shown ? 'settings_keys_hide' : 'settings_keys_show')}
          </Button>
        </Row>
      </Group>
      {shown &&
        GROUPS.map((group) => (
          <div key={group}>
            <Note>{text(`actionGroup_${group}`)}</Note>
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
