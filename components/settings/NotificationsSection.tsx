import type { QuietHours } from '../../lib/domain/quietHours.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Switch } from '../ui/Switch.tsx'
import { QuietHoursRow } from './QuietHoursRow.tsx'
import { Group } from './Section.tsx'

const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

/** What may interrupt the user. */
export function NotificationsSection() {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  const { notifications, quietHours } = settings
  return (
    <Group>
      <div>
        <Switch
          label="Notify of new messages"
          hint="Once for each message, and never for the conversation you are reading. More than three at once come as one."
          checked={notifications}
          onChange={(on) => void write((db) => saveSetting(db, 'notifications', on))}
        />
      </div>
      <div>
        <Switch
          label="Quiet hours"
          hint="Nothing is notified in these hours, nor made up for afterwards. The number on the button still counts."
          checked={quietHours !== null}
          disabled={!notifications}
          onChange={(on) => void write((db) => saveSetting(db, 'quietHours', on ? NIGHT : null))}
        />
      </div>
      {notifications && quietHours && <QuietHoursRow hours={quietHours} />}
    </Group>
  )
}
