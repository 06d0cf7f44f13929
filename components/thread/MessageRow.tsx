import { memo } from 'react'
import type { TimelineItem } from '../../lib/domain/timeline.ts'
import { Bubble, type BubbleProps } from './Bubble.tsx'
import { DaySeparator } from './DaySeparator.tsx'
import { GapMarker } from './GapMarker.tsx'

interface MessageRowProps extends BubbleProps {
  conversationId: string
}

/** One item of the thread: its bubble, with the day and the gap that come before it. One item each, so that none comes or goes. */
export const MessageRow = memo(
  function MessageRow(props: MessageRowProps) {
    const { conversationId, ...bubble } = props
    const { item } = bubble
    return (
      <>
        {item.gapFrom !== null && <GapMarker conversationId={conversationId} from={item.gapFrom} />}
        {item.day !== null && <DaySeparator day={item.day} />}
        <Bubble {...bubble} />
      </>
    )
  },
  (a, b) =>
    isSameItem(a.item, b.item) &&
    a.behind === b.behind &&
    a.otherName === b.otherName &&
    a.found === b.found &&
    a.onEdit === b.onEdit,
)

/** The timeline is made anew at each change; rows that did not change need not be. */
function isSameItem(a: TimelineItem, b: TimelineItem): boolean {
  return (
    a.day === b.day &&
    a.gapFrom === b.gapFrom &&
    a.first === b.first &&
    a.last === b.last &&
    a.lastOwn === b.lastOwn &&
    (a.kind === 'message'
      ? b.kind === 'message' && a.message === b.message && a.copies === b.copies
      : b.kind === 'send' && a.send === b.send)
  )
}
