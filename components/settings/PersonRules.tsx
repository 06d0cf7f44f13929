import X from 'lucide-react/icons/x'
import type { PersonRule } from '../../lib/domain/notifyRules.ts'
import { text } from '../../lib/domain/texts.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import sections from './AccountSection.module.css'
import { Group, Note, Row } from './Section.tsx'

const RULES: readonly PersonRule['rule'][] = ['always', 'never']

/** The people for whom something else holds than for everybody. */
export function PersonRules({ people }: { people: Record<string, PersonRule> }) {
  const write = useIntent()
  const change = (work: (rules: Record<string, PersonRule>) => Record<string, PersonRule>) =>
    void write((db) => changeSetting(db, 'notifyPeople', work))
  const rows = Object.entries(people).sort(([, a], [, b]) => a.name.localeCompare(b.name))
  return (
    <>
      <h3 className={sections.heading}>{text('settings_personRules')}</h3>
      {rows.length === 0 && <Note>{text('settings_personRules_none')}</Note>}
      {rows.length > 0 && (
        <Group>
          {rows.map(([id, { name, rule }]) => (
            <Row key={id} label={<bdi>{name}</bdi>}>
              <Select
                aria-label={text('settings_personRules_of', { name })}
                value={rule}
                options={RULES.map((each) => ({ value: each, name: text(`settings_personRule_${each}`) }))}
                onChange={(chosen) => change((rules) => ({ ...rules, [id]: { name, rule: chosen } }))}
              />
              <IconButton
                size={16}
                icon={X}
                label={text('settings_personRules_asEverybody', { name })}
                onClick={() => change(({ [id]: _, ...others }) => others)}
              />
            </Row>
          ))}
        </Group>
      )}
    </>
  )
}
