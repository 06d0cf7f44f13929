import type { Chance } from './chance.ts'

/** A string that `encode` writes as this very piece of JSON, for what JSON.stringify cannot say. */
export const raw = (json: string): string => `\u0001raw:${json}\u0001`

/** JSON of a value that may hold `raw` pieces. */
export function encode(value: unknown): string {
  return JSON.stringify(value).replace(/"\\u0001raw:(.*?)\\u0001"/g, (_, json: string) =>
    JSON.parse(`"${json}"`),
  )
}

const deep = (levels: number) => raw(`${'[{"data":'.repeat(levels)}1${'}]'.repeat(levels)}`)

/** What stands where something else belongs. None of it is a time, an id or a list of rows by accident. */
const JUNK: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  raw('1e999'),
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x\udc00y',
  'NaN',
  '[object Object]',
  '\u202e\u200b\ufeff',
  `${')'.repeat(20_000)}x`,
  ' '.repeat(5_000),
  'é'.repeat(3_000),
  [],
  {},
  [[]],
  [null, null],
  { $date: '2026' },
  raw('{"__proto__":{"hasMore":false,"success":false}}'),
  raw('{"constructor":{"prototype":{"x":1}},"toString":1}'),
  raw('{"a":1,"a":2}'),
  deep(3),
  deep(10_000),
]

/** Where a point in time belongs: nothing of this is one that can be believed. */
const NO_TIMES: readonly unknown[] = [
  null,
  0,
  -1,
  -1772003412875,
  1e308,
  raw('1e999'),
  8.64e15,
  8.64e15 + 2,
  'NaN',
  '',
  'soon',
  '+275760-09-13T00:00:00.000Z',
  '9999-12-31T23:59:59Z',
  '2026-99-99',
  true,
  [],
  {},
  [1772003412000],
  { $date: 1772003412000 },
  raw('1e30'),
]

/** Where an id belongs: nothing of this names anything (contract 8.27). */
const NO_IDS: readonly unknown[] = [
  null,
  '',
  '   ',
  42,
  true,
  [],
  {},
  ['2-abc'],
  'Hello! I would like to connect',
  'urn:li:example:123456',
  'urn:li:msg_message:',
  'x'.repeat(501),
  '))',
]

export const junk = (chance: Chance): unknown => chance.pick(JUNK)
export const noTime = (chance: Chance): unknown => chance.pick(NO_TIMES)
export const noId = (chance: Chance): unknown => chance.pick(NO_IDS)
/** Where a row belongs. */
export const noRow = (chance: Chance): unknown =>
  chance.pick([
    null,
    0,
    1,
    true,
    '',
    'row',
    '2-MTc3',
    {},
    [],
    [{}],
    { text: null },
    raw('{"__proto__":{"id":"x"}}'),
  ])

const UNITS = [
  'a',
  'Z',
  ' ',
  '\n',
  '<b>',
  '"',
  '\\',
  '&amp;',
  '😀',
  '👩‍👩‍👧',
  'ß',
  '日本',
  '\u0000',
  '\u0007',
  '\u202e',
  '\u200d',
]
const BROKEN_UNITS = ['\ud83d', '\ude00', '\udfff\ud800']

/** A text somebody may have written, or a machine. */
export function someText(chance: Chance): string {
  const units = chance.maybe(0.1) ? [...UNITS, ...BROKEN_UNITS] : UNITS
  const length = chance.maybe(0.02) ? 5_000 : 1 + chance.int(30)
  return Array.from({ length }, () => chance.pick(units)).join('')
}
