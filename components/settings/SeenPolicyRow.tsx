import type { Account } from '../../lib/domain/account.ts'
import { type SeenPolicy, seenPolicyOf } from '../../lib/domain/settings.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Select } from '../ui/Select.tsx'
import { Row } from './Section.tsx'

const POLICIES: { value: SeenPolicy; name: string }[] = [
  { value: 'onReading', name: 'When I read' },
  { value: 'onReply', name: 'Only when I reply' },
  { value: 'never', name: 'Never' },
]

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
        aria-label={`Tell that ${account.name} read`}
        value={seenPolicyOf(settings, account.id)}
        options={POLICIES}
        onChange={(policy) => void choose(policy)}
      />
    </Row>
  )
}
