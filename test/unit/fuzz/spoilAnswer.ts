import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Chance } from './chance.ts'
import { encode, junk, raw } from './junk.ts'

/** How the bytes travel. `open`: all of them, and the socket stays open; `stall`: half of them, and then nothing. */
type Delivery = 'whole' | 'pieces' | 'open' | 'cut' | 'stall' | 'silence' | 'reset'

export interface Reply {
  what: string
  status: number
  headers: Record<string, string>
  bytes: Buffer
  delivery: Delivery
  /** Whether its rows can be read: then they must be. */
  readable: boolean
  /** Takes the client's patience; time then runs faster. */
  slow?: boolean
}

export type Body = Record<string, unknown> | readonly unknown[]

const JSON_TYPE = { 'Content-Type': 'application/json' }
const HTML =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>'

const plain = (what: string, body: unknown, change: Partial<Reply> = {}): Reply => ({
  what,
  status: 200,
  headers: JSON_TYPE,
  bytes: Buffer.from(encode(body)),
  delivery: 'whole',
  readable: true,
  ...change,
})

type Spoil = (chance: Chance, body: Body) => Reply

/** Odd, but every row is there. */
const READABLE: Record<string, Spoil> = {
  'in an envelope': (_, body) => plain('', { success: true, data: body }),
  'in two envelopes': (_, body) => plain('', { data: { data: body } }),
  'without success': (_, body) => plain('', without(body, 'success')),
  'with extra fields': (chance, body) =>
    plain(
      '',
      Array.isArray(body)
        ? body
        : {
            accounts: junk(chance),
            ...body,
            note: junk(chance),
            fromCache: junk(chance),
            participants: junk(chance),
          },
    ),
  'with an inherited name': (_, body) =>
    plain('', body, {
      bytes: Buffer.from(
        Array.isArray(body)
          ? encode(body)
          : encode(body).replace(
              '{',
              '{"__proto__":{"hasMore":false,"cursor":null,"nextCursor":null},"constructor":1,',
            ),
      ),
    }),
  'with doubled keys': (_, body) =>
    plain('', body, {
      bytes: Buffer.from(
        Array.isArray(body)
          ? encode(body)
          : encode(body).replace('{', '{"messages":"no","conversations":7,"hasMore":"x",'),
      ),
    }),
  'with deep nesting beside': (_, body) =>
    plain(
      '',
      Array.isArray(body)
        ? body
        : { ...body, raw: raw(`${'[{"data":'.repeat(10_000)}1${'}]'.repeat(10_000)}`) },
    ),
  'behind a byte order mark': (_, body) => around('\ufeff', body, ''),
  'amid white space': (_, body) => around(' \r\n\t'.repeat(3_000), body, '\n\n'),
  'with garbage behind': (chance, body) =>
    around('', body, chance.pick(['}', ']]]', '<!-- x -->', '\u0000', '{"success":false}'])),
  'as another type': (chance, body) =>
    plain('', body, {
      headers: {
        'Content-Type': chance.pick(['text/html', 'image/png', 'application/json; charset=latin-7', '']),
      },
    }),
  'as another success': (chance, body) => plain('', body, { status: chance.pick([201, 202, 203, 206, 226]) }),
  'with every sign escaped': (_, body) =>
    plain('', body, {
      bytes: Buffer.from(
        encode(body).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      ),
    }),
  'in pieces': (_, body) => plain('', body, { delivery: 'pieces' }),
  'on a socket that stays open': (_, body) => plain('', body, { delivery: 'open' }),
  compressed: (chance, body) => {
    const bytes = Buffer.from(encode(body))
    const [encoding, packed] = chance.pick([
      ['gzip', gzipSync(bytes)],
      ['deflate', deflateSync(bytes)],
      ['br', brotliCompressSync(bytes)],
    ] as const)
    return plain('', body, { bytes: packed, headers: { ...JSON_TYPE, 'Content-Encoding': encoding } })
  },
  'without its cursor': (chance, body) =>
    plain(
      '',
      Array.isArray(body)
        ? body
        : withoutCursor(body as Record<string, unknown>, chance.pick<unknown>([[], {}, true, { at: 1 }])),
    ),
  'with odd headers': (chance, body) =>
    plain('', body, {
      headers: {
        ...JSON_TYPE,
        Date: chance.pick(['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT', '']),
        'X-RateLimit-Remaining': chance.pick(['-1', 'NaN', '1e9', '60, 60;w=60']),
        'X-RateLimit-Reset': chance.pick([
          'soon',
          '-1',
          '99999999999999999999',
          '+275760-09-13T00:00:00.000Z',
        ]),
      },
    }),
}

const ERROR_BODIES = [
  { error: 'Not now' },
  { success: false, code: 'validation_error', message: 'No' },
  { success: false, error: 'No', holdUntil: '+275760-09-13T00:00:00.000Z' },
  { success: false, error: { name: 'ZodError', issues: [{ path: ['a', 0], message: 'Required' }] } },
  { holdUntil: 8.64e15 },
  { message: {}, error: [], detail: 7 },
  '',
  'Bad gateway',
  [],
  null,
]
const STATUSES = [
  300, 304, 307, 400, 404, 405, 408, 409, 410, 413, 418, 422, 425, 431, 451, 500, 501, 502, 503, 504, 520,
  599, 999,
]
/** For these the product stops by itself until the user does something, or for as long as it was told. */
const TELLING = [401, 403, 429]

/** Nobody could read this. */
const UNREADABLE: Record<string, Spoil> = {
  truncated: (chance, body) => {
    const bytes = Buffer.from(encode(body))
    return plain('', body, { bytes: bytes.subarray(0, chance.int(bytes.length)), readable: false })
  },
  'cut short by the API': (_, body) =>
    plain('', { _truncated: true, preview: encode(body).slice(0, 200) }, { readable: false }),
  'cut connection': (_, body) => plain('', body, { delivery: 'cut', readable: false }),
  'broken gzip': (chance, body) => {
    const packed = gzipSync(Buffer.from(encode(body)))
    const broken = chance.maybe(0.5)
      ? packed.subarray(0, Math.max(12, packed.length - 15))
      : Buffer.concat([packed.subarray(0, 12), Buffer.alloc(40, 7)])
    return plain('', body, {
      bytes: broken,
      headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
      readable: false,
    })
  },
  'not gzip at all': (_, body) =>
    plain('', body, { headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, readable: false }),
  'utf-16': (_, body) =>
    plain('', body, { bytes: Buffer.from(`\ufeff${encode(body)}`, 'utf16le'), readable: false }),
  empty: (chance) => plain('', '', { bytes: Buffer.from(chance.pick(['', ' ', '\n'])), readable: false }),
  'no content': () => plain('', '', { status: 204, bytes: Buffer.alloc(0), readable: false }),
  html: (chance) =>
    plain('', '', {
      bytes: Buffer.from(HTML),
      headers: { 'Content-Type': chance.pick(['text/html', 'application/json']) },
      readable: false,
    }),
  'html 502': (chance) =>
    plain('', '', {
      status: chance.pick([502, 503, 504]),
      bytes: Buffer.from(HTML),
      headers: { 'Content-Type': 'text/html' },
      readable: false,
    }),
  'said to have failed': (chance, body) =>
    plain(
      '',
      { ...body, success: chance.pick([false, 'false']), error: chance.pick(['No', null, { issues: [] }]) },
      { readable: false },
    ),
  'with an error': (_, body) =>
    plain('', { ...without(body, 'success'), error: 'Something happened' }, { readable: false }),
  scalar: (chance) =>
    plain('', chance.pick<unknown>([null, true, 0, 42, 'text', raw('1e999')]), { readable: false }),
  'of another kind': (chance) =>
    plain(
      '',
      chance.pick<unknown>([
        {},
        { success: true },
        { messages: {}, conversations: 'x', accounts: 7 },
        { accounts: null },
        { data: null },
        { data: 1 },
      ]),
      { readable: false },
    ),
  'in ten envelopes': (_, body) =>
    plain(
      '',
      Array.from({ length: 10 }).reduce((inner) => ({ data: inner }), body as unknown),
      { readable: false },
    ),
  'nothing but nesting': () =>
    plain('', raw(`${'{"data":'.repeat(10_000)}1${'}'.repeat(10_000)}`), { readable: false }),
  'a status': (chance) =>
    plain('', chance.pick<unknown>(ERROR_BODIES), {
      status: chance.pick(STATUSES),
      headers: { ...JSON_TYPE, Location: 'http://127.0.0.1:9/elsewhere' },
      readable: false,
      slow: true,
    }),
  'a telling status': (chance) =>
    plain('', chance.pick<unknown>(ERROR_BODIES), {
      status: chance.pick(TELLING),
      headers: chance.pick<Record<string, string>>([
        JSON_TYPE,
        { 'Retry-After': '90' },
        { 'Retry-After': '-5', 'X-RateLimit-Reset': 'later' },
        { 'X-RateLimit-Action': 'MESSAGE', 'X-RateLimit-Reset': '9999-12-31T23:59:59Z' },
        { 'X-RateLimit-Reset': '99999999999999' },
      ]),
      readable: false,
    }),
  'an error without end': (chance) =>
    plain('', '', {
      status: chance.pick([400, 500, 502]),
      bytes: Buffer.from('{"err'),
      delivery: 'open',
      readable: false,
      slow: true,
    }),
  reset: () => plain('', '', { delivery: 'reset', readable: false }),
  silence: () => plain('', '', { delivery: 'silence', readable: false, slow: true }),
  'silence in the middle': (_, body) => plain('', body, { delivery: 'stall', readable: false, slow: true }),
}

/** It says that there is more, and not where. */
function withoutCursor(body: Record<string, unknown>, instead: unknown): Body {
  const name = 'nextCursor' in body ? 'nextCursor' : 'cursor'
  return body[name] ? { ...body, hasMore: true, [name]: instead } : body
}

function without(body: Body, name: string): Body {
  if (Array.isArray(body)) return body
  const { [name]: _, ...rest } = body as Record<string, unknown>
  return rest
}

function around(before: string, body: unknown, behind: string): Reply {
  return plain('', body, { bytes: Buffer.from(before + encode(body) + behind) })
}

/** The answer as it should be. */
export const honest = (body: Body): Reply => plain('as it should be', body)

/** The answer in some odd form that still tells all, or in one that nobody can read. */
export function spoilAnswer(chance: Chance, body: Body, mayLose: boolean, maySlow: boolean): Reply {
  const forms = mayLose && chance.maybe(0.6) ? UNREADABLE : READABLE
  const what = chance.pick(Object.keys(forms))
  const reply = forms[what]?.(chance, body) ?? honest(body)
  const tooMuch = (reply.slow && !maySlow) || (what === 'without its cursor' && !mayLose)
  if (tooMuch) return honest(body)
  return { ...reply, what }
}
