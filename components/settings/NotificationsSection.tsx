import type { NoticeContent } from '../../lib/domain/notifyRules.ts'
import { everyDay, type QuietHours } from '../../lib/domain/quietHours.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Select } from '../ui/Select.tsx'
import { Switch } from '../ui/Switch.tsx'
import { AccountRules } from './AccountRules.tsx'
import { PersonRules } from './PersonRules.tsx'
import { QuietWeekRows } from './QuietWeekRows.tsx'
import { Group, Row } from './Section.tsx'

const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

const CONTENTS: { value: NoticeContent; name: string }[] = [
  { value: 'full', name: 'Name and text' },
  { value: 'names', name: 'Name only' },
  { value: 'hidden', name: 'Neither' },
]

/** What may interrupt the user. */
export function NotificationsSection() {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  const { notifications, quietHours, notificationContent, notificationSound, holdWhileLocked } = settings
  return (
    <>
      <Group>
        <div>
          <Switch
            label="Notify of new messages"
            hint="Once for each message, and never for the conversation you are reading. More than three at once come as one."
            checked={notifications}
            onChange={(on) => void write((db) => saveSetting(db, 'notifications', on))}
          />
        </div>
        {notifications && (
          <>
            <Row label="A notification shows" hint="For screens that others see too.">
              <Select
                aria-label="A notification shows"
                value={notificationContent}
                options={CONTENTS}
                onChange={(content) => void write((db) => saveSetting(db, 'notificationContent', content))}
              />
            </Row>
            <div>
              <Switch
                label="Sound"
                hint="The sound your computer makes for notifications."
                checked={notificationSound}
                onChange={(on) => void write((db) => saveSetting(db, 'notificationSound', on))}
              />
            </div>
            <div>
              <Switch
                label="Wait while locked"
                hint="What arrives while the screen is locked comes as one when you are back."
                checked={holdWhileLocked}
                onChange={(on) => void write((db) => saveSetting(db, 'holdWhileLocked', on))}
              />
            </div>
          </>
        )}
      </Group>
      {notifications && (
        <>
          <Group>
            <div>
              <Switch
                label="Quiet hours"
                hint="Nothing is notified in these hours, nor made up for afterwards. The number on the button still counts."
                checked={quietHours !== null}
                onChange={(on) =>
                  void write((db) => saveSetting(db, 'quietHours', on ? everyDay(NIGHT) : null))
                }
              />
            </div>
            {quietHours && <QuietWeekRows week={quietHours} />}
          </Group>
          <AccountRules settings={settings} />
          <PersonRules people={settings.notifyPeople} />
        </>
      )}
    </>
  )
}
