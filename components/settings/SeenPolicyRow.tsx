import type { Account } from '../../lib/domain/account.ts'
import { type SeenPolicy, seenPolicyOf } from '../../lib/domain/settings.ts'
import { text } from '../../lib/domain/texts.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Select } from '../ui/Select.tsx'
import { Row } from './Section.tsx'

const POLICIES: readonly SeenPolicy[] = ['onReading', 'onReply', 'never']

interface SeenPolicyRowProps {
  account: Account
}

/** Whether and when LinkedIn is told that a conversation of this account was read. */
export function SeenPolicyRow({ account }: SeenPolicyRowProps) {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  const choose = (policy: SeenPolicy) =>
    write((db) => changeSetting(db, 'seenPolicy', (policies) => ({ ...policies, [account.id]: policy })))
  return (
    <Row label={<span dir="auto">{account.name}</span>}>
      <Select
        aria-label={text('settings_seen_of', { name: account.name })}
        value={seenPolicyOf(settings, account.id)}
        options={POLICIES.map((policy) => ({ value: policy, name: text(`settings_seen_${policy}`) }))}
        onChange={(policy) => void choose(policy)}
      />
    </Row>
  )
}
