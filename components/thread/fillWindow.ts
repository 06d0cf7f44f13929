import { type TimelineItem, timelineOf } from '../../lib/domain/timeline.ts'
import type { NewestScreen } from '../../lib/store/queries/newestScreen.ts'

/** Px that header and reply box have at least. */
const AROUND = 180
/** Px of a bubble without text, with what is above it inside a group. */
const BARE = 16
/** Px more above a bubble that begins a group, for the name of somebody else there, and for the time below its last one. */
const APART = 10
const NAME = 18
const TIME = 18
/** Px of a day's line. */
const DAY = 40
/** Px of a line of text. */
const LINE = 20
/** More letters than a line has room for. */
const LETTERS = 80
/** Only the beginning of a text is shown at once; what is above it counts no more. */
const MOST_LINES = 20
/** A window that is not shown yet may have no height. */
const LEAST_HEIGHT = 400

/** More messages than a window of this height (px) has room for, however short they are. */
export function mostThatFit(height: number): number {
  return Math.ceil(room(height) / (BARE + LINE))
}

/**
 * Keeps of a screen the newest messages that fill a window of this height (px), as they stand in groups and days; what is
 * older comes after the first paint.
 */
export function fill(screen: NewestScreen, height: number): NewestScreen {
  const { messages } = screen
  const items = timelineOf(screen)
  let left = room(height)
  for (const item of items) if (item.kind === 'send') left -= leastHeight(item)
  let first = messages.length
  while (first > 0 && left > 0) {
    first--
    left -= leastHeight(items[first])
  }
  if (first === 0) return screen
  return { ...screen, messages: messages.slice(first), before: messages[first - 1] ?? null }
}

function room(height: number): number {
  return Math.max(LEAST_HEIGHT, height) - AROUND
}

function leastHeight(item: TimelineItem | undefined): number {
  if (!item) return 0
  const { text } = item.kind === 'send' ? item.send : item.message
  const lines = text
    .split('\n', MOST_LINES)
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 0)
  const around =
    (item.day === null ? 0 : DAY) +
    (item.first ? APART : 0) +
    (item.first && !item.own ? NAME : 0) +
    (item.last ? TIME : 0)
  return BARE + around + LINE * Math.min(lines, MOST_LINES)
}
