import { JsonScanner } from './JsonScanner.ts'
import type { Deadline } from './startDeadline.ts'

/** How the reading ended. `broken`: the connection died; `tooLarge`: the cap was reached. */
type BodyEnd = 'complete' | 'ended' | 'notJson' | 'timedOut' | 'broken' | 'tooLarge'

export interface Body {
  text: string
  end: BodyEnd
  /** What the text parses to, where that was found out. */
  json?: unknown
}

/** An answer that comes in so few pieces may be parsed to see whether it is complete: what follows is scanned. */
const FEW_CHUNKS = 4
const CLOSING = new Set([0x7d, 0x5d])

/** A finished answer's stream gets this long to end by itself, ms, so that its connection can be used again. */
const GRACE = 250

/**
 * Reads an answer's body until its JSON is complete, without waiting for the end of the connection: the API
 * sometimes keeps it open (contract 2.3). Stops as well at the first byte that cannot be JSON, at `maxBytes` and
 * at the deadline. Never throws; `text` is what had arrived.
 */
export async function readBody(response: Response, deadline: Deadline, maxBytes: number): Promise<Body> {
  if (!response.body) return { text: '', end: 'ended' }
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  const scanner = new JsonScanner()
  let size = 0
  let scanned = 0
  const body = (end: BodyEnd): Body => ({ text: decode(chunks, scanner.end ?? size), end })
  try {
    for (;;) {
      const { done, value } = await deadline.guard(reader.read())
      if (done) return body('ended')
      chunks.push(value)
      size += value.length
      // Mostly it is all there at once, and JSON.parse tells so in a fraction of the time that scanning takes.
      if (chunks.length <= FEW_CHUNKS && CLOSING.has(value.at(-1) ?? 0)) {
        const text = decode(chunks, size)
        const json = parsed(text)
        if (json !== undefined) return { text, end: 'complete', json }
      }
      for (const chunk of chunks.slice(scanned)) {
        const state = scanner.push(chunk)
        if (state !== 'more') return body(state)
      }
      scanned = chunks.length
      if (size > maxBytes) return body('tooLarge')
    }
  } catch {
    return body(deadline.signal.aborted ? 'timedOut' : 'broken')
  } finally {
    void letGo(reader)
  }
}

/** Lets the stream end if that is all it still has to do, and closes it otherwise. */
async function letGo(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), GRACE)
  try {
    if (!(await reader.read()).done) await reader.cancel()
  } catch {
    // It was closed already.
  } finally {
    clearTimeout(timer)
  }
}

/** The value of a text that is JSON; undefined for any other. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function decode(chunks: readonly Uint8Array[], length: number): string {
  const [first] = chunks
  if (first?.length === length) return new TextDecoder().decode(first)
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, length - at)
    bytes.set(part, at)
    at += part.length
  }
  return new TextDecoder().decode(bytes)
}
