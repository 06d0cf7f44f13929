import { sameData } from '../../domain/sameData.ts'
import type { Span } from '../../domain/span.ts'
import { addStretch, joinedStretch } from '../../domain/spans.ts'
import type { MessagesCommit } from './commitMessages.ts'
import type { Known } from './readKnown.ts'

/** The spans of a thread with the stretch of a commit; the very list of before where it says nothing new. */
export function spansAfter(
  { conversation, spans }: Known,
  { stretch, goesOn, received }: MessagesCommit,
): readonly Span[] {
  const claimed = stretch && { ...stretch, conversationId: conversation.id }
  const newest = received.at(-1)?.sentAt ?? null
  const joined = claimed && goesOn ? joinedStretch(spans, claimed, newest) : claimed
  const next = joined ? addStretch(spans, joined) : spans
  return sameData(withoutCursorTime(next), withoutCursorTime(spans)) ? spans : next
}

// A poll brings the same span with a newer cursor time; that alone is not worth a write.
function withoutCursorTime(spans: readonly Span[]): unknown[] {
  return spans.map((span) => ({ ...span, cursorAt: 0 }))
}
