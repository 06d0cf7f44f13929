import CircleCheck from 'lucide-react/icons/circle-check'
import Clock from 'lucide-react/icons/clock-3'
import Coffee from 'lucide-react/icons/coffee'
import Hourglass from 'lucide-react/icons/hourglass'
import InboxIcon from 'lucide-react/icons/inbox'
import Reply from 'lucide-react/icons/reply'
import Star from 'lucide-react/icons/star'
import Tag from 'lucide-react/icons/tag'
import { type ListFilter, labelOf } from '../../lib/domain/listFilter.ts'
import { text } from '../../lib/domain/texts.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RowSkeletons } from './RowSkeletons.tsx'

const ICONS = {
  all: InboxIcon,
  unread: Coffee,
  waitingMe: Reply,
  waitingThem: Hourglass,
  label: Tag,
  starred: Star,
  snoozed: Clock,
  done: CircleCheck,
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
  const kind = labelOf(filter) === null ? (filter as Exclude<ListFilter, `label:${string}`>) : 'label'
  if (filter === 'all' && importing) return <RowSkeletons />
  return (
    <EmptyState
      icon={ICONS[kind]}
      title={text(`empty_${kind}`)}
      action={
        filter === 'all' ? (
          <Button onClick={() => void platform.command('syncNow', {})}>{text('empty_lookAgain')}</Button>
        ) : (
          <Button onClick={onShowAll}>{text('empty_showAll')}</Button>
        )
      }
    >
      {text(`empty_${kind}_hint`)}
    </EmptyState>
  )
}
