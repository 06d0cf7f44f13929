/** A text cut into plain stretches and links; the `source` of all pieces joined is the text. */
export type Piece = Plain | Link

interface Plain {
  kind: 'text'
  source: string
  /** What is shown: the source, unless it looks like a link and hides something. */
  shown: string
}

export interface Link {
  kind: 'link'
  source: string
  /** What is shown: the source with invisible and direction-changing characters written out as `%E2%80%AE`. */
  shown: string
  href: string
  /** Set where what is shown could mislead: the place it really goes to. */
  caution: string | null
}

// Only these ever become links. A scan for fixed words, so a text of any length is read once.
const START = /https?:\/\/|mailto:|tel:|www\.|@/gi
const END = /[\s<>"“”„«»`、。，；：？！「」『』【】（）《》]/g
const HIDDEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu
const WORD_SIGN = /[\p{L}\p{N}_]/u
const LOCAL_SIGN = /[\w.+%-]/
const DOMAIN = /^([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/i
const LONGEST = 4096
const LONGEST_LOCAL = 64
const LONGEST_DOMAIN = 255

/** Cuts a text into what is a link (http, https, mailto, tel, bare `www.` and e-mail addresses) and what is not. */
export function splitLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  START.lastIndex = 0
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const found =
      start[0] === '@' ? emailAround(text, start.index, done) : linkFrom(text, start.index, start[0])
    START.lastIndex = Math.max(found.end, START.lastIndex)
    if (!found.piece) continue
    const from = found.end - found.piece.source.length
    if (from > done) pieces.push(plain(text.slice(done, from)))
    pieces.push(found.piece)
    done = found.end
  }
  if (done < text.length) pieces.push(plain(text.slice(done)))
  return pieces
}

interface Found {
  /** Ends where the scan goes on; null where there is nothing but text. */
  piece: Piece | null
  end: number
}

function linkFrom(text: string, start: number, word: string): Found {
  const isBare = word.toLowerCase() === 'www.'
  if (start > 0 && WORD_SIGN.test(text[start - 1] ?? '')) return { piece: null, end: start + word.length }
  END.lastIndex = start
  const stop = END.exec(text)?.index ?? text.length
  if (stop - start > LONGEST) return { piece: null, end: stop }
  const source = withoutTail(text.slice(start, stop))
  const link = linkTo(source, isBare ? `https://${source}` : source)
  if (link) return { piece: link, end: start + source.length }
  // It may be no address for the very reason that it hides something; it must not look like another one then.
  return { piece: posing(text.slice(start, stop)), end: stop }
}

/** An e-mail address around its `@`; looks left no further than the last piece and right no further than it may. */
function emailAround(text: string, at: number, done: number): Found {
  let from = at
  while (from > done && at - from < LONGEST_LOCAL && LOCAL_SIGN.test(text[from - 1] ?? '')) from--
  while (from < at && text[from] === '.') from++
  let to = at + 1
  while (to - at <= LONGEST_DOMAIN && /[a-z0-9.-]/i.test(text[to] ?? '')) to++
  while (to > at + 1 && /[.-]/.test(text[to - 1] ?? '')) to--
  const domain = text.slice(at + 1, to)
  if (from === at || !DOMAIN.test(domain)) return { piece: null, end: at + 1 }
  if (from > 0 && WORD_SIGN.test(text[from - 1] ?? '') && from > done) return { piece: null, end: at + 1 }
  const source = text.slice(from, to)
  return { piece: linkTo(source, `mailto:${source}`), end: to }
}

function linkTo(source: string, address: string): Link | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !isComplete(url)) return null
  const shown = showHidden(source)
  return { kind: 'link', source, shown, href: url.href, caution: cautionOf(url, source, shown) }
}

function plain(source: string): Plain {
  return { kind: 'text', source, shown: source }
}

function posing(source: string): Plain {
  return { kind: 'text', source, shown: showHidden(source) }
}

/** A link or file name with what is invisible or turns its direction written out, as `%E2%80%AE`. */
export function showHidden(source: string): string {
  return source.replace(HIDDEN, (sign) => encodeURIComponent(sign))
}

function isComplete(url: URL): boolean {
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return /[^.]\.[^.]|^localhost$|^\[/.test(url.hostname)
    case 'mailto:':
      return /^[^@]+@[^@]+$/.test(url.pathname)
    case 'tel:':
      return /\d/.test(url.pathname)
    default:
      return false
  }
}

/** Where a link leads that does not show that very place: for hidden characters, a name before an `@`, look-alike letters. */
function cautionOf(url: URL, source: string, shown: string): string | null {
  const place = url.host || url.pathname
  if (shown !== source || url.username || url.password) return place
  const read = source.toLowerCase().replace(/^(https?:\/\/|mailto:|tel:)/, '')
  const meant = (url.hostname || url.pathname).toLowerCase()
  return read.startsWith(meant) && /^[/\\?#:]|^$/.test(read.slice(meant.length)) ? null : place
}

/** Cuts the punctuation that ends the sentence rather than the link; a bracket stays if it was opened inside. */
function withoutTail(candidate: string): string {
  const open = { ')': count(candidate, '('), ']': count(candidate, '['), '}': count(candidate, '{') }
  const closed = { ')': count(candidate, ')'), ']': count(candidate, ']'), '}': count(candidate, '}') }
  let end = candidate.length
  for (; end > 0; end--) {
    const sign = candidate[end - 1] ?? ''
    if (sign === ')' || sign === ']' || sign === '}') {
      if (closed[sign] <= open[sign]) break
      closed[sign]--
    } else if (!/[.,;:!?'’…*_~|]/.test(sign)) break
  }
  return candidate.slice(0, end)
}

function count(text: string, sign: string): number {
  let found = 0
  for (let i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) found++
  return found
}
