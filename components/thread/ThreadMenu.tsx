import Bell from 'lucide-react/icons/bell'
import BellOff from 'lucide-react/icons/bell-off'
import Clock from 'lucide-react/icons/clock-3'
import Download from 'lucide-react/icons/download'
import Link from 'lucide-react/icons/link'
import Mail from 'lucide-react/icons/mail'
import StickyNote from 'lucide-react/icons/sticky-note'
import Tag from 'lucide-react/icons/tag'
import Timer from 'lucide-react/icons/timer'
import type { Account } from '../../lib/domain/account.ts'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { ExportFormat } from '../../lib/domain/export/writers.ts'
import type { PersonRule } from '../../lib/domain/notifyRules.ts'
import { text } from '../../lib/domain/texts.ts'
import { changeSetting } from '../../lib/store/intents/settings.ts'
import { exportThread } from '../export/exportThread.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { useDatabase, usePlatform } from '../platform/PlatformContext.tsx'
import type { TriageMenu } from '../triage/useTriageMenus.tsx'
import { Menu } from '../ui/Menu.tsx'
import { otherPeople } from './otherPeople.ts'
import { useDoors } from './useDoors.ts'

const FORMATS: readonly ExportFormat[] = ['markdown', 'csv', 'json']

/** What the menu only asks for. */
interface ThreadMenuWishes {
  onMenu: (menu: TriageMenu) => void
  onNote: () => void
  onMute: () => void
  onMarkUnread: () => void
}

interface ThreadMenuProps extends ThreadMenuWishes {
  conversation: Conversation
  account: Account | undefined
  anchor: HTMLElement | null
  onClose: () => void
}

/** The menu of a conversation: what has no button, or none where there is little room. */
export function ThreadMenu(props: ThreadMenuProps) {
  const { conversation, account, anchor, onClose } = props
  const rules = useNotifyItems(conversation, account)
  const exports = useExportItems(conversation)
  const { copyLink } = useDoors()
  if (!rules) return null
  return (
    <Menu
      label={text('thread_moreFor', { title: conversation.title })}
      items={[
        ...triageItems(props),
        {
          id: 'link',
          name: text('thread_copyLink'),
          icon: Link,
          onChoose: () => void copyLink(conversation),
        },
        ...rules.map((item, at) => ({ ...item, apart: at === 0 })),
        ...exports,
      ]}
      anchor={anchor}
      align="end"
      onClose={onClose}
    />
  )
}

function triageItems({ conversation, onMenu, onNote, onMute, onMarkUnread }: ThreadMenuProps) {
  return [
    { id: 'snooze', name: text('thread_snooze'), icon: Clock, onChoose: () => onMenu('snooze') },
    {
      id: 'remind',
      name: text('thread_remind'),
      icon: Timer,
      onChoose: () => onMenu('remind'),
    },
    { id: 'label', name: text('thread_label'), icon: Tag, onChoose: () => onMenu('label') },
    { id: 'note', name: text('thread_note'), icon: StickyNote, onChoose: onNote },
    {
      id: 'mute',
      name: conversation.muted ? text('thread_unmute') : text('thread_mute'),
      icon: conversation.muted ? Bell : BellOff,
      apart: true,
      onChoose: onMute,
    },
    { id: 'unread', name: text('thread_markUnread'), icon: Mail, onChoose: onMarkUnread },
  ]
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
  const item = (rule: PersonRule['rule'], words: string) => ({
    id: rule,
    name: words,
    checked: now === rule,
    onChoose: () =>
      void write((db) =>
        // From what is kept, not from what is shown: that may be a moment behind.
        changeSetting(db, 'notifyPeople', ({ [personId]: kept, ...others }) =>
          kept?.rule === rule ? others : { ...others, [personId]: { name, rule } },
        ),
      ),
  })
  return [
    item('always', text('thread_alwaysNotify', { name })),
    item('never', text('thread_neverNotify', { name })),
  ]
}

/** Taking the conversation along, where the organization lets it. */
function useExportItems(conversation: Conversation) {
  const db = useDatabase()
  const { saveFile } = usePlatform()
  if (!useFeature('export')) return []
  return FORMATS.map((id, at) => ({
    id,
    name: text(`thread_export_${id}`),
    icon: Download,
    apart: at === 0,
    onChoose: () => void exportThread(db, saveFile, conversation, id),
  }))
}
