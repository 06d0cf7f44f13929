import { listText, text } from '../../lib/domain/texts.ts'
import { saveSetting } from '../../lib/store/intents/settings.ts'
import { type TravelReport, travelReport } from '../../lib/store/travel/travelState.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useKeyState } from '../hooks/useKeyState.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { useStored } from '../hooks/useStored.ts'
import { cx } from '../ui/cx.ts'
import { Managed } from '../ui/Managed.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { Switch } from '../ui/Switch.tsx'
import { Group, Note, Row } from './Section.tsx'

/** Whether settings, labels and snippets go to the user's other computers, and how that goes. */
export function TravelRows() {
  const settings = useSettings()
  const report = useStored(travelReport)
  const write = useIntent()
  const allowed = useFeature('sync')
  const inSample = useKeyState()?.sample === true
  // What is done in the sample inbox stays in it.
  if (!settings || inSample) return null
  const { travels } = settings
  const problems = travels && report ? problemsOf(report) : []
  return (
    <>
      <Group>
        <div>
          <Switch
            label={text('settings_travel')}
            hint={<Managed when={!allowed}>{text('settings_travel_hint')}</Managed>}
            checked={travels}
            disabled={!allowed}
            onChange={(on) => void write((db) => saveSetting(db, 'travels', on))}
          />
        </div>
        {travels && (
          <Row label={text('settings_travel_last')} hint={text('settings_travel_stays')}>
            {report?.exchangedAt ? (
              <RelativeTime at={report.exchangedAt} />
            ) : (
              <span>{text('settings_travel_notYet')}</span>
            )}
          </Row>
        )}
      </Group>
      <div role="status" className={cx(problems.length === 0 && 'visually-hidden')}>
        {problems.map((problem) => (
          <Note key={problem}>{problem}</Note>
        ))}
      </div>
    </>
  )
}

function problemsOf({ failed, leftOut, others }: TravelReport): string[] {
  return [
    ...(failed ? [text('settings_travel_failed')] : []),
    ...(leftOut.length > 0
      ? [text('settings_travel_leftOut', { names: listText(leftOut.map(({ name }) => name)) })]
      : []),
    ...(others > 0 ? [text('settings_travel_full')] : []),
  ]
}
