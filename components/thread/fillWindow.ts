import type { Message } from '../../lib/domain/message.ts'
import type { NewestScreen } from '../../lib/store/queries/newestScreen.ts'

/** Px that header and reply box have at least. */
const AROUND = 120
/** Px of a bubble without text, and of each of its lines; both rather less than they are. */
const BARE = 16
const LINE = 19
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

/** Keeps of a screen the newest messages that fill a window of this height (px); what is older comes after the first paint. */
export function fill(screen: NewestScreen, height: number): NewestScreen {
  const { messages } = screen
  let left = room(height)
  let first = messages.length
  while (first > 0 && left > 0) {
    first--
    left -= leastHeight(messages[first])
  }
  if (first === 0) return screen
  return { ...screen, messages: messages.slice(first), before: messages[first - 1] ?? null }
}

function room(height: number): number {
  return Math.max(LEAST_HEIGHT, height) - AROUND
}

function leastHeight(message: Message | undefined): number {
  const lines = (message?.text ?? '')
    .split('\n', MOST_LINES)
    .reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / LETTERS)), 0)
  return BARE + LINE * Math.min(lines, MOST_LINES)
}
