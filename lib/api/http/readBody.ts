import { JsonScanner } from './JsonScanner.ts'
import type { Deadline } from './startDeadline.ts'

/** How the reading ended. `broken`: the connection died; `tooLarge`: the cap was reached. */
type BodyEnd = 'complete' | 'ended' | 'notJson' | 'timedOut' | 'broken' | 'tooLarge'

export interface Body {
  text: string
  end: BodyEnd
}

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
  const body = (end: BodyEnd): Body => ({ text: decode(chunks, scanner.end ?? size), end })
  try {
    for (;;) {
      const { done, value } = await deadline.guard(reader.read())
      if (done) return body('ended')
      chunks.push(value)
      size += value.length
      const state = scanner.push(value)
      if (state !== 'more') return body(state)
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

function decode(chunks: readonly Uint8Array[], length: number): string {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, length - at)
    bytes.set(part, at)
    at += part.length
  }
  return new TextDecoder().decode(bytes)
}
