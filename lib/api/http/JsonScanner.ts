const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
/** First bytes a JSON value can have besides `{`, `[` and `"`: the scalars. */
const SCALAR_STARTS = new Set([...'-0123456789tfn'].map((c) => c.charCodeAt(0)))
/** White space, and the bytes of a UTF-8 byte order mark. */
const SKIPPED = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

/** Where a byte is next, or the end. */
function next(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from)
  return at === -1 ? bytes.length : at
}

export type ScanState = 'more' | 'complete' | 'notJson'

/**
 * Tells while bytes arrive when a JSON object, list or string is complete, so that nobody has to wait for the
 * socket's end (contract 2.3). It looks at bytes: everything it looks for is ASCII, which never occurs inside a
 * multi-byte character. It only counts brackets; whether the value is sound is JSON.parse's business. Numbers and
 * words have no end of their own and stay `more`.
 */
export class JsonScanner {
  #depth = 0
  #inString = false
  #escaped = false
  #started = false
  #state: ScanState = 'more'
  #seen = 0
  #end: number | null = null

  /** Offset just behind the complete value, counted from the first byte ever pushed; null while incomplete. */
  get end(): number | null {
    return this.#end
  }

  /** Takes the next bytes in; what lies behind the complete value is not looked at. */
  push(bytes: Uint8Array): ScanState {
    let quote = -1
    let backslash = -1
    for (let i = 0; i < bytes.length && this.#state === 'more'; i++) {
      if (this.#inString && !this.#escaped) {
        // What lies before the next quote or backslash is the bulk of any answer.
        if (backslash < i) backslash = next(bytes, BACKSLASH, i)
        if (quote < i) quote = next(bytes, QUOTE, i)
        i = Math.min(quote, backslash)
      }
      const byte = bytes[i]
      if (byte === undefined) break
      this.#state = this.#inString ? this.#takeInString(byte) : this.#take(byte)
      if (this.#state === 'complete') this.#end = this.#seen + i + 1
    }
    this.#seen += bytes.length
    return this.#state
  }

  #take(byte: number): ScanState {
    switch (byte) {
      case QUOTE:
        this.#inString = true
        break
      case OPEN_OBJECT:
      case OPEN_LIST:
        this.#depth++
        break
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        this.#depth--
        if (this.#depth <= 0) return this.#depth === 0 ? 'complete' : 'notJson'
        break
      default:
        if (this.#started || SKIPPED.has(byte)) return 'more'
        if (!SCALAR_STARTS.has(byte)) return 'notJson'
    }
    this.#started = true
    return 'more'
  }

  #takeInString(byte: number): ScanState {
    if (this.#escaped) {
      this.#escaped = false
    } else if (byte === BACKSLASH) {
      this.#escaped = true
    } else if (byte === QUOTE) {
      this.#inString = false
      if (this.#depth === 0) return 'complete'
    }
    return 'more'
  }
}
