import { type AccountRule, accountRuleOf } from '../../lib/domain/notifyRules.ts'
import type { Settings } from '../../lib/domain/settings.ts'
import { text } from '../../lib/domain/texts.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useAccounts } from '../hooks/useAccounts.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Select } from '../ui/Select.tsx'
import { AccountName } from './AccountName.tsx'
import sections from './AccountSection.module.css'
import { Group, Row } from './Section.tsx'

const RULES: readonly AccountRule[] = ['on', 'silent', 'off']

/** How messages to each account are told, where there are several. */
export function AccountRules({ settings }: { settings: Settings }) {
  const accounts = useAccounts()
  const { silencesNotices } = usePlatform()
  const write = useIntent()
  if (!accounts || accounts.on.length < 2) return null
  // A choice made in another browser is shown as it is.
  const rulesFor = (chosen: AccountRule) =>
    RULES.filter((rule) => silencesNotices || rule !== 'silent' || rule === chosen)
  return (
    <>
      <h3 className={sections.heading}>{text('settings_accountRules')}</h3>
      <Group>
        {accounts.on.map(({ id, name, position }) => (
          <Row key={id} label={<AccountName account={{ name, position }} />}>
            <Select
              aria-label={text('settings_accountRules_of', { name })}
              value={accountRuleOf(settings, id)}
              options={rulesFor(accountRuleOf(settings, id)).map((rule) => ({
                value: rule,
                name: text(`settings_accountRule_${rule}`),
              }))}
              onChange={(rule) =>
                void write((db) => changeSetting(db, 'notifyAccounts', (rules) => ({ ...rules, [id]: rule })))
              }
            />
          </Row>
        ))}
      </Group>
    </>
  )
}
