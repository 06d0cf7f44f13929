import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { PersonRule } from '../../lib/domain/notifyRules.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { Menu } from '../ui/Menu.tsx'
import { otherPeople } from './otherPeople.ts'

interface ThreadMenuProps {
  conversation: Conversation
  account: Account | undefined
  anchor: HTMLElement | null
  onClose: () => void
}

/** The menu of a conversation. */
export function ThreadMenu({ conversation, account, anchor, onClose }: ThreadMenuProps) {
  const rules = useNotifyItems(conversation, account)
  if (!rules) return null
  return (
    <Menu
      label={`More for ${conversation.title}`}
      items={rules}
      anchor={anchor}
      align="end"
      onClose={onClose}
    />
  )
}

/** Exceptions for the one person a conversation is with. */
function useNotifyItems(conversation: Conversation, account: Account | undefined) {
  const settings = useSettings()
  const write = useIntent()
  if (!settings) return null
  const { name, personId } = otherPeople(conversation, account)
  if (personId === null) return []
  const now = Object.hasOwn(settings.notifyPeople, personId)
    ? settings.notifyPeople[personId]?.rule
    : undefined
  const item = (rule: PersonRule['rule'], text: string) => ({
    id: rule,
    name: text,
    checked: now === rule,
    onChoose: () =>
      void write((db) =>
        changeSetting(db, 'notifyPeople', ({ [personId]: _, ...others }) =>
          now === rule ? others : { ...others, [personId]: { name, rule } },
        ),
      ),
  })
  return [
    item('always', `Always notify of ${name}, quiet hours too`),
    item('never', `Never notify of ${name}`),
  ]
}
