import { fold } from './searchText.ts'

/** So much folded text in one row: more than 64 KB would leave Chromium's row for a file of its own. */
const MOST_BYTES = 32_768
const MOST_MESSAGES = 256

/** Ends an entry, and divides the text of a message from its sender; folded text holds neither. */
const END = '\u0000'
export const SENDER = '\u0001'
/** Marks after the sender. */
export const MARKS = { own: '\u0002', file: '\u0003', link: '\u0004' } as const

/** What becomes a link when it is shown, as far as searching cares. */
const LINK = /https?:\/\/\S|\bwww\.\S/i

/** Folded text of neighbouring messages of a conversation, oldest first. Never changed, only replaced by others. */
export interface SearchChunk {
  conversationId: string
  /** It holds the messages above the chunk before it up to here (server ms); Infinity for the newest chunk. */
  upTo: number
  times: Float64Array
  /** What tells messages of one moment apart: hashes of their keys. */
  hashes: Uint32Array
  /** Where each entry of `text` ends. */
  ends: Uint32Array
  text: string
}

/** What became of a message: its text as it is searched, or null where it is gone. */
export interface SearchChange {
  sentAt: number
  hash: number
  text: string | null
}

interface Searched {
  key: string
  sentAt: number
  text: string
  senderName: string | null
  own: boolean
  hasAttachment: boolean
}

/** A message as chunks hold it. */
export function changeOf(message: Searched): SearchChange & { text: string } {
  const { key, sentAt, text, senderName, own, hasAttachment } = message
  const marks = [own && MARKS.own, hasAttachment && MARKS.file, LINK.test(text) && MARKS.link]
  const kept = marks.filter((mark) => mark !== false).join('')
  return { sentAt, hash: hashOf(key), text: `${fold(text)}${SENDER}${fold(senderName ?? '')}${kept}${END}` }
}

/** A small number for a message key (FNV-1a), for telling messages of one millisecond apart. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The entries of a chunk, oldest first. */
export function entriesOf(chunk: SearchChunk): (SearchChange & { text: string })[] {
  return Array.from(chunk.times, (sentAt, i) => ({
    sentAt,
    hash: chunk.hashes[i] ?? 0,
    text: chunk.text.slice(i === 0 ? 0 : chunk.ends[i - 1], chunk.ends[i]),
  }))
}

/**
 * The chunks that take the place of one (of none at all) after some changes, in order of time; null where nothing
 * changes. Messages of one moment stay together, as `upTo` could not tell their chunks apart.
 */
export function changeChunk(
  conversationId: string,
  chunk: SearchChunk | undefined,
  changes: readonly SearchChange[],
): SearchChunk[] | null {
  const entries = chunk ? entriesOf(chunk) : []
  const at = new Map(entries.map((entry) => [`${entry.sentAt} ${entry.hash}`, entry.text]))
  let changed = false
  for (const { sentAt, hash, text } of changes) {
    const place = `${sentAt} ${hash}`
    const before = at.get(place) ?? null
    if (before === text) continue
    changed = true
    if (text === null) at.delete(place)
    else at.set(place, text)
  }
  if (!changed) return null
  const next = Array.from(at, ([place, text]) => {
    const [sentAt = 0, hash = 0] = place.split(' ').map(Number)
    return { sentAt, hash, text }
  }).sort((a, b) => a.sentAt - b.sentAt || a.hash - b.hash)
  return split(next).map((part, index, parts) => {
    const upTo = index === parts.length - 1 ? (chunk?.upTo ?? Number.POSITIVE_INFINITY) : lastTime(part)
    return chunkOf(conversationId, upTo, part)
  })
}

type Entry = SearchChange & { text: string }

/** Runs of entries that fit a chunk each, as far as times allow. */
function split(entries: readonly Entry[]): Entry[][] {
  const bytes = entries.reduce((sum, { text }) => sum + text.length, 0)
  if (entries.length === 0) return []
  if (bytes <= MOST_BYTES && entries.length <= MOST_MESSAGES) return [[...entries]]
  const cut = middle(entries, bytes)
  return cut === 0 ? [[...entries]] : [...split(entries.slice(0, cut)), ...split(entries.slice(cut))]
}

/** The cut between two moments that is nearest to the middle; 0 where all are of one moment. */
function middle(entries: readonly Entry[], bytes: number): number {
  let best = 0
  let nearest = Number.POSITIVE_INFINITY
  let below = 0
  for (const [index, { sentAt, text }] of entries.entries()) {
    const distance = Math.abs(below - bytes / 2)
    if (index > 0 && entries[index - 1]?.sentAt !== sentAt && distance < nearest) {
      best = index
      nearest = distance
    }
    below += text.length
  }
  return best
}

function lastTime(entries: readonly Entry[]): number {
  return entries.at(-1)?.sentAt ?? 0
}

function chunkOf(conversationId: string, upTo: number, entries: readonly Entry[]): SearchChunk {
  let end = 0
  return {
    conversationId,
    upTo,
    times: Float64Array.from(entries, ({ sentAt }) => sentAt),
    hashes: Uint32Array.from(entries, ({ hash }) => hash),
    ends: Uint32Array.from(entries, ({ text }) => (end += text.length)),
    text: entries.map(({ text }) => text).join(''),
  }
}

/** Whether a row is what chunks are; one that went bad on the disk is made anew. */
export function isChunk(row: unknown): row is SearchChunk {
  const { conversationId, upTo, times, hashes, ends, text } = (row ?? {}) as Partial<SearchChunk>
  return (
    typeof conversationId === 'string' &&
    typeof upTo === 'number' &&
    typeof text === 'string' &&
    times instanceof Float64Array &&
    hashes instanceof Uint32Array &&
    ends instanceof Uint32Array &&
    times.length === hashes.length &&
    times.length === ends.length &&
    (ends.at(-1) ?? 0) === text.length
  )
}
