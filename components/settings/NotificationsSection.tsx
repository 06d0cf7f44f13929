import type { NoticeContent } from '../../lib/domain/notifyRules.ts'
import { everyDay, type QuietHours } from '../../lib/domain/quietHours.ts'
import { text } from '../../lib/domain/texts.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Select } from '../ui/Select.tsx'
import { Switch } from '../ui/Switch.tsx'
import { AccountRules } from './AccountRules.tsx'
import { PersonRules } from './PersonRules.tsx'
import { QuietWeekRows } from './QuietWeekRows.tsx'
import { Group, Row } from './Section.tsx'

const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

const CONTENTS: readonly NoticeContent[] = ['full', 'names', 'hidden']

/** What may interrupt the user. */
export function NotificationsSection() {
  const settings = useSettings()
  const { silencesNotices } = usePlatform()
  const write = useIntent()
  if (!settings) return null
  const { notifications, quietHours, notificationContent, notificationSound, holdWhileLocked } = settings
  return (
    <>
      <Group>
        <div>
          <Switch
            label={text('settings_notify')}
            hint={text('settings_notify_hint')}
            checked={notifications}
            onChange={(on) => void write((db) => saveSetting(db, 'notifications', on))}
          />
        </div>
        {notifications && (
          <>
            <Row label={text('settings_notice')} hint={text('settings_notice_hint')}>
              <Select
                aria-label={text('settings_notice')}
                value={notificationContent}
                options={CONTENTS.map((content) => ({
                  value: content,
                  name: text(`settings_notice_${content}`),
                }))}
                onChange={(content) => void write((db) => saveSetting(db, 'notificationContent', content))}
              />
            </Row>
            {silencesNotices && (
              <div>
                <Switch
                  label={text('settings_sound')}
                  hint={text('settings_sound_hint')}
                  checked={notificationSound}
                  onChange={(on) => void write((db) => saveSetting(db, 'notificationSound', on))}
                />
              </div>
            )}
            <div>
              <Switch
                label={text('settings_waitLocked')}
                hint={text('settings_waitLocked_hint')}
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
                label={text('settings_quiet')}
                hint={text('settings_quiet_hint')}
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
