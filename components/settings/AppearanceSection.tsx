import type { Theme } from '../../lib/domain/settings.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { Switch } from '../ui/Switch.tsx'
import { Group, Row } from './Section.tsx'

const THEMES: { value: Theme; name: string }[] = [
  { value: 'system', name: 'System' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
]

/** How it looks. */
export function AppearanceSection() {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  return (
    <Group>
      <Row label="Theme">
        <Segmented
          label="Theme"
          value={settings.theme}
          options={THEMES}
          onChange={(theme) => void write((db) => saveSetting(db, 'theme', theme))}
        />
      </Row>
      <div>
        <Switch
          label="Compact rows"
          hint="Shows more conversations at once."
          checked={settings.compact}
          onChange={(compact) => void write((db) => saveSetting(db, 'compact', compact))}
        />
      </div>
    </Group>
  )
}
