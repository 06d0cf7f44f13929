import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { parseTimestamp } from '../../../lib/domain/timestamps.ts'

// Far from UTC, so that a time without a zone tells whether it was read as UTC.
vi.stubEnv('TZ', 'Asia/Tokyo')
afterAll(() => void vi.unstubAllEnvs())

const AT = Date.UTC(2026, 1, 24, 4, 53, 13)

test.each([
  ['ms', AT],
  ['seconds', AT / 1000],
  ['ms as text', String(AT)],
  ['seconds as text', String(AT / 1000)],
  ['ISO', '2026-02-24T04:53:13.000Z'],
  ['ISO without fraction', '2026-02-24T04:53:13Z'],
  ['ISO with an offset', '2026-02-24T05:53:13+01:00'],
  ['ISO with a space', '2026-02-24 04:53:13+00:00'],
  ['ISO without a zone, which is UTC', '2026-02-24T04:53:13'],
  ['ISO with a space and without a zone', ' 2026-02-24 04:53:13 '],
])('reads a time written as %s', (_, value) => {
  expect(parseTimestamp(value)).toBe(AT)
})

test.each([
  null,
  undefined,
  0,
  '0',
  -1,
  '-5',
  '',
  ' ',
  'string',
  'Message 12',
  'Yesterday 5',
  '1970-01-01T00:00:00.000Z',
  '2026-13-45',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e18,
  true,
  {},
  [AT],
])('takes %j for no time', (value) => {
  expect(parseTimestamp(value)).toBeNull()
})

test('a moment of any year comes back from its ISO text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Date.UTC(2100, 0, 1) }), (at) => {
      expect(parseTimestamp(new Date(at).toISOString())).toBe(at)
    }),
  )
})

test('whatever comes, it never throws and gives a valid time or null', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string(), fc.double()), (junk) => {
      const at = parseTimestamp(junk)
      expect(at === null || (Number.isInteger(at) && at > 0 && !Number.isNaN(new Date(at).getTime()))).toBe(
        true,
      )
    }),
  )
})
