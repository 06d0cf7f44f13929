import { policyNames } from '../../lib/domain/policyNames.ts'
import { listText, text } from '../../lib/domain/texts.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Note } from './Section.tsx'

/** What the user's organization decides, for whoever set it up: by the names they wrote, and what of it cannot be obeyed. */
export function PolicyNotes() {
  const policy = useSettings()?.policy
  if (!policy) return null
  const decided = policyNames(policy)
  const { ignored } = policy
  return (
    <>
      {decided.length > 0 && <Note>{text('settings_policy_inForce', { names: listText(decided) })}</Note>}
      {ignored.length > 0 && <Note>{text('settings_policy_ignored', { names: listText(ignored) })}</Note>}
      {ignored.includes('apiBaseUrl') && <Note>{text('settings_policy_otherAddress')}</Note>}
    </>
  )
}
