import { hashOf, SENDER, type SearchChunk } from './searchChunk.ts'
import { type MessageFilter, passes } from './searchFilter.ts'
import { findTerm, type Term } from './searchText.ts'

/** Where a message was found: enough to read it from the database. */
export interface Found {
  conversationId: string
  sentAt: number
  hash: number
}

/** What a scan came to. */
export interface Scan {
  /** Newest first. */
  found: Found[]
  /** The chunks that hold all terms somewhere in one message, in their order. */
  held: SearchChunk[]
  /** How many chunks it looked through before it could stop. */
  scanned: number
}

/**
 * The newest messages that hold all terms, at least one of them in the text rather than the sender's name, and pass the
 * filter; newest first, at most `limit`. Without terms all that pass, without both none.
 * @param chunks those with the newest last message first, so that it can stop early
 */
export function scanChunks(
  chunks: readonly SearchChunk[],
  terms: readonly Term[],
  limit: number,
  filter: MessageFilter | null = null,
): Scan {
  if ((terms.length === 0 && !filter) || limit <= 0) return { found: [], held: [], scanned: 0 }
  // The longest is likely the rarest, and a chunk without it is done.
  const byLength = [...terms].sort((a, b) => b.text.length - a.text.length)
  let found: Found[] = []
  let oldestKept = filter?.from ?? Number.NEGATIVE_INFINITY
  const held: SearchChunk[] = []
  let scanned = 0
  for (const chunk of chunks) {
    if (newestOf(chunk) < oldestKept) break
    scanned++
    if (filter && (chunk.times[0] ?? 0) >= filter.to) continue
    let holds = false
    const before = found.length
    scanChunk(chunk, byLength, (at, isInText) => {
      holds = true
      const sentAt = chunk.times[at] ?? 0
      if (!isInText || sentAt < oldestKept || (filter && !passes(filter, sentAt, entryText(chunk, at))))
        return
      found.push({ conversationId: chunk.conversationId, sentAt, hash: chunk.hashes[at] ?? 0 })
    })
    if (holds) held.push(chunk)
    if (found.length === before || found.length < limit) continue
    found = found.sort(newestFirst).slice(0, limit)
    oldestKept = found.at(-1)?.sentAt ?? oldestKept
  }
  return { found: found.sort(newestFirst).slice(0, limit), held, scanned }
}

/** Whether whatever holds the later terms holds the earlier ones too: a query that was only typed on. */
export function narrows(earlier: readonly Term[], later: readonly Term[]): boolean {
  return earlier.every((term) =>
    later.some(({ text, whole }) => (term.whole ? whole && text === term.text : text.startsWith(term.text))),
  )
}

/** The time of the last message of a chunk. */
export function newestOf({ times }: SearchChunk): number {
  return times[times.length - 1] ?? Number.NEGATIVE_INFINITY
}

/** Whether a message is the one that was found. */
export function isFound(
  found: Found,
  message: { conversationId: string; sentAt: number; key: string },
): boolean {
  return (
    found.conversationId === message.conversationId &&
    found.sentAt === message.sentAt &&
    found.hash === hashOf(message.key)
  )
}

function newestFirst(a: Found, b: Found): number {
  return b.sentAt - a.sentAt || (a.conversationId < b.conversationId ? -1 : 1) || a.hash - b.hash
}

function entryText({ text, ends }: SearchChunk, at: number): string {
  return text.slice(at === 0 ? 0 : ends[at - 1], ends[at])
}

/** Looks for each term only once through a chunk: whichever is behind moves on to the entry of the one ahead. */
function scanChunk(
  { text, ends }: SearchChunk,
  terms: readonly Term[],
  onHit: (at: number, isInText: boolean) => void,
): void {
  const next = terms.map(() => -1)
  let start = 0
  let entry = 0
  while (entry < ends.length) {
    let ahead = start
    for (const [index, term] of terms.entries()) {
      if ((next[index] ?? -1) < start) next[index] = findTerm(text, term, start)
      const place = next[index] ?? -1
      if (place < 0) return
      if (place > ahead) ahead = place
    }
    const end = ends[entry] ?? 0
    if (ahead < end) {
      const sender = text.lastIndexOf(SENDER, end - 1)
      onHit(entry, terms.length === 0 || next.some((place) => place < sender))
      start = end
      entry++
    } else {
      entry = entryAt(ends, ahead, entry + 1)
      start = ends[entry - 1] ?? 0
    }
  }
}

/** Which entry holds a place, at or after one. */
function entryAt(ends: Uint32Array, place: number, from: number): number {
  let low = from
  let high = ends.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((ends[mid] ?? 0) <= place) low = mid + 1
    else high = mid
  }
  return low
}
