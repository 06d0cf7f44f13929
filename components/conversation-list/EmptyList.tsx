import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock-3'
import Coffee from 'lucide-react/icons/coffee'
import Hourglass from 'lucide-react/icons/hourglass'
import InboxIcon from 'lucide-react/icons/inbox'
import Reply from 'lucide-react/icons/reply'
import Star from 'lucide-react/icons/star'
import Tag from 'lucide-react/icons/tag'
import { type ListFilter, labelOf } from '../../lib/domain/listFilter.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RowSkeletons } from './RowSkeletons.tsx'

const TEXTS = {
  all: {
    icon: InboxIcon,
    title: 'No conversations yet',
    hint: 'When somebody writes to you on LinkedIn, it shows up here.',
  },
  unread: { icon: Coffee, title: 'Nothing unread', hint: 'Nobody waits for you.' },
  waitingMe: {
    icon: Reply,
    title: 'Nobody waits for you',
    hint: 'Conversations whose newest message you have not answered show up here.',
  },
  waitingThem: {
    icon: Hourglass,
    title: 'You wait for nobody',
    hint: 'Conversations in which you wrote last show up here until somebody answers.',
  },
  label: {
    icon: Tag,
    title: 'No conversation has this label',
    hint: 'Give a conversation the label and you find it here again.',
  },
  starred: { icon: Star, title: 'Nothing starred', hint: 'Star a conversation to find it here again.' },
  snoozed: {
    icon: Clock,
    title: 'Nothing snoozed',
    hint: 'Snooze a conversation and it comes back in time.',
  },
  done: {
    icon: CircleCheck,
    title: 'Nothing done yet',
    hint: 'Mark a conversation as done to put it away until a new message.',
  },
} as const

interface EmptyListProps {
  filter: ListFilter
  /** Conversations are still on their way, so that an empty list means nothing yet. */
  importing: boolean
  onShowAll: () => void
}

/** Why a list is empty, and what to do next. */
export function EmptyList({ filter, importing, onShowAll }: EmptyListProps) {
  const platform = usePlatform()
  const { icon, title, hint } =
    TEXTS[labelOf(filter) === null ? (filter as Exclude<ListFilter, `label:${string}`>) : 'label']
  if (filter === 'all' && importing) return <RowSkeletons />
  return (
    <EmptyState
      icon={icon}
      title={title}
      action={
        filter === 'all' ? (
          <Button onClick={() => void platform.command('syncNow', {})}>Look again</Button>
        ) : (
          <Button onClick={onShowAll}>Show all conversations</Button>
        )
      }
    >
      {hint}
    </EmptyState>
  )
}
