import type { SendIntent } from './intent.ts'
import type { Message } from './message.ts'
import type { Span } from './span.ts'
import { dayOf } from './timelineDays.ts'

const GROUP_MS = 5 * 60_000

interface Placement {
  /** Stays the same when a reply on its way becomes a message, so that its bubble stays the same bubble. */
  key: string
  /** Server ms of a message, local ms of a reply on its way. */
  at: number
  own: boolean
  /** The day (`2025-03-31`) that begins with this item, where a separator stands above it. */
  day: string | null
  /** Where history is missing above this item: the `from` of the span below the gap. */
  gapFrom: number | null
  /** First and last of the bubbles one sender wrote within minutes. */
  first: boolean
  last: boolean
  /** The newest own bubble of the thread: it carries the state. */
  lastOwn: boolean
}

interface MessageItem extends Placement {
  kind: 'message'
  message: Message
  /** How often a reply of ours is in the conversation, at the last of them; 1 everywhere else. */
  copies: number
}

interface SendItem extends Placement {
  kind: 'send'
  send: SendIntent
}

export type TimelineItem = MessageItem | SendItem

export interface TimelineInput {
  /** Oldest first. */
  messages: readonly Message[]
  /** Oldest first; stand after all messages, as nobody knows yet where they will land, the scheduled ones last of all. */
  sends: readonly SendIntent[]
  spans: readonly Span[]
  /** The message before the first one, if it is known though not shown: keeps the first item as it will be later. */
  before: Message | null
  /** The message after the last one, where more lie below that are not shown; nothing is the newest then. */
  after?: Message | null
  /** IANA zone of the days; the browser's own where left out. */
  timeZone?: string
}

/** What a thread shows, oldest first: bubbles with their groups, day separators and gap markers. */
export function timelineOf(input: TimelineInput): TimelineItem[] {
  const { messages, sends, spans, before, after = null, timeZone } = input
  // The one after ends the last group where it will end, and is not shown itself.
  const items = after ? unplaced([...messages, after], []) : unplaced(messages, sends)
  countCopies(items)
  const gaps = gapsOf(spans)
  let day = before ? dayOf(before.sentAt, timeZone) : ''
  let previous: TimelineItem | null = before ? messageItem(before) : null
  let newestOwn: TimelineItem | null = null
  for (const item of items) {
    const itemDay = dayOf(item.at, timeZone)
    // Only forward: a reply that failed yesterday still stands below today's messages.
    if (itemDay > day) {
      day = itemDay
      item.day = itemDay
    }
    item.gapFrom = previous && item.kind === 'message' ? gapBetween(gaps, previous.at, item.at) : null
    item.first = !previous || item.day !== null || item.gapFrom !== null || !isSameGroup(previous, item)
    if (previous) previous.last = item.first
    if (item.own) newestOwn = item
    previous = item
  }
  if (after) items.pop()
  else if (newestOwn) newestOwn.lastOwn = true
  return items
}

/** True when nothing older than what is cached exists. */
export function isComplete(spans: readonly Span[]): boolean {
  return spans[0]?.beginning === true
}

function unplaced(messages: readonly Message[], sends: readonly SendIntent[]): TimelineItem[] {
  const taken = new Set<string>()
  const items: TimelineItem[] = []
  for (const message of messages) {
    const item = messageItem(message)
    if (taken.has(item.key)) item.key = message.id
    taken.add(item.key)
    items.push(item)
  }
  for (const send of inOrder(sends)) {
    // The message came in first and its reply was not yet taken out: one bubble, always.
    if (!taken.has(send.id)) items.push({ ...placement(send.id, send.createdAt, true), kind: 'send', send })
  }
  return items
}

function inOrder(sends: readonly SendIntent[]): SendIntent[] {
  const time = (send: SendIntent) => (send.state === 'scheduled' ? (send.dueAt ?? 0) : 0)
  return [...sends].sort((a, b) => time(a) - time(b))
}

function messageItem(message: Message): MessageItem {
  const key = message.intentId ?? message.id
  return { ...placement(key, message.sentAt, message.own), kind: 'message', message, copies: 1 }
}

/** A reply that is there more than once says so at the last of them. */
function countCopies(items: readonly TimelineItem[]): void {
  const lastOf = new Map<string, MessageItem>()
  for (const item of items) {
    const reply = item.kind === 'message' ? (item.message.copyOf ?? item.message.intentId) : undefined
    if (item.kind !== 'message' || reply === undefined) continue
    const before = lastOf.get(reply)
    if (before) {
      item.copies = before.copies + 1
      before.copies = 1
    }
    lastOf.set(reply, item)
  }
}

function placement(key: string, at: number, own: boolean): Placement {
  return { key, at, own, day: null, gapFrom: null, first: true, last: true, lastOwn: false }
}

function isSameGroup(a: TimelineItem, b: TimelineItem): boolean {
  // What needs the user carries buttons or a note below it, which end a group for the eye.
  if (a.kind === 'send' && ['failed', 'unconfirmed', 'scheduled'].includes(a.send.state)) return false
  if (b.kind === 'send' && b.send.state === 'scheduled') return false
  if (a.kind === 'message' && a.copies > 1) return false
  return senderOf(a) === senderOf(b) && Math.abs(b.at - a.at) < GROUP_MS
}

function senderOf(item: TimelineItem): string {
  if (item.own) return 'own'
  const message = item.kind === 'message' ? item.message : null
  return `${message?.senderProfileId ?? message?.senderName ?? ''}`
}

/** The lower ends of all spans with a gap below them, lowest first. */
function gapsOf(spans: readonly Span[]): number[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const gaps: number[] = []
  let reached = sorted[0]?.to ?? 0
  for (const span of sorted) {
    if (span.from > reached) gaps.push(span.from)
    reached = Math.max(reached, span.to)
  }
  return gaps
}

/** The gap marker that belongs between two neighbours: the newest gap whose upper span begins with the second one. */
function gapBetween(gaps: readonly number[], before: number, at: number): number | null {
  let found: number | null = null
  for (const from of gaps) if (from > before && from <= at) found = from
  return found
}
