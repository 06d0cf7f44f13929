import { hashOf, SENDER, type SearchChunk } from './searchChunk.ts'
import { findTerm, type Term } from './searchText.ts'

/** Where a message was found: enough to read it from the database. */
export interface Found {
  conversationId: string
  sentAt: number
  hash: number
}

/**
 * The newest messages that hold all terms, at least one of them in the text rather than the sender's name; newest
 * first, at most `limit`.
 * @param chunks those with the newest last message first, so that it can stop early
 */
export function scanChunks(chunks: Iterable<SearchChunk>, terms: readonly Term[], limit: number): Found[] {
  if (terms.length === 0 || limit <= 0) return []
  // The longest is likely the rarest, and a chunk without it is done.
  const byLength = [...terms].sort((a, b) => b.text.length - a.text.length)
  let found: Found[] = []
  let oldestKept = Number.NEGATIVE_INFINITY
  for (const chunk of chunks) {
    if (newestOf(chunk) < oldestKept) break
    const before = found.length
    scanChunk(chunk, byLength, (at) => {
      const sentAt = chunk.times[at] ?? 0
      const { conversationId } = chunk
      if (sentAt >= oldestKept) found.push({ conversationId, sentAt, hash: chunk.hashes[at] ?? 0 })
    })
    if (found.length === before || found.length < limit) continue
    found = found.sort(newestFirst).slice(0, limit)
    oldestKept = found.at(-1)?.sentAt ?? oldestKept
  }
  return found.sort(newestFirst)
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

/** Looks for each term only once through a chunk: whichever is behind moves on to the entry of the one ahead. */
function scanChunk({ text, ends }: SearchChunk, terms: readonly Term[], onHit: (at: number) => void): void {
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
      if (next.some((place) => place < sender)) onHit(entry)
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
