import type { Theme } from '../../lib/domain/settings.ts'
import { text } from '../../lib/domain/texts.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { Switch } from '../ui/Switch.tsx'
import { Group, Row } from './Section.tsx'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']

/** How it looks. */
export function AppearanceSection() {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  return (
    <Group>
      <Row label={text('settings_theme')}>
        <Segmented
          label={text('settings_theme')}
          value={settings.theme}
          options={THEMES.map((theme) => ({ value: theme, name: text(`settings_theme_${theme}`) }))}
          onChange={(theme) => void write((db) => saveSetting(db, 'theme', theme))}
        />
      </Row>
      <div>
        <Switch
          label={text('settings_compact')}
          hint={text('settings_compact_hint')}
          checked={settings.compact}
          onChange={(compact) => void write((db) => saveSetting(db, 'compact', compact))}
        />
      </div>
    </Group>
  )
}
