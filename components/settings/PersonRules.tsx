import X from 'lucide-react/icons/x'
import type { PersonRule } from '../../lib/domain/notifyRules.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import sections from './AccountSection.module.css'
import { Group, Note, Row } from './Section.tsx'

const RULES: { value: PersonRule['rule']; name: string }[] = [
  { value: 'always', name: 'Always, quiet hours too' },
  { value: 'never', name: 'Never' },
]

/** The people for whom something else holds than for everybody. */
export function PersonRules({ people }: { people: Record<string, PersonRule> }) {
  const write = useIntent()
  const change = (work: (rules: Record<string, PersonRule>) => Record<string, PersonRule>) =>
    void write((db) => changeSetting(db, 'notifyPeople', work))
  const rows = Object.entries(people).sort(([, a], [, b]) => a.name.localeCompare(b.name))
  return (
    <>
      <h3 className={sections.heading}>People</h3>
      {rows.length === 0 && (
        <Note>
          Nobody yet. The menu of a conversation (⋯) makes an exception for the person you talk with.
        </Note>
      )}
      {rows.length > 0 && (
        <Group>
          {rows.map(([id, { name, rule }]) => (
            <Row key={id} label={<bdi>{name}</bdi>}>
              <Select
                aria-label={`Messages of ${name}`}
                value={rule}
                options={RULES}
                onChange={(chosen) => change((rules) => ({ ...rules, [id]: { name, rule: chosen } }))}
              />
              <IconButton
                size={16}
                icon={X}
                label={`As everybody: ${name}`}
                onClick={() => change(({ [id]: _, ...others }) => others)}
              />
            </Row>
          ))}
        </Group>
      )}
    </>
  )
}
