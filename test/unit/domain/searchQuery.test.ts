import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asksForMessages,
  HAS,
  IS,
  parseSearch,
  printSearch,
  type SearchFilter,
} from '../../../lib/domain/searchQuery.ts'

const NOW = new Date(2026, 2, 18, 15).getTime()
const parse = (typed: string) => parseSearch(typed, NOW)

const name = fc.stringMatching(/^[\p{L}\d:.' -]{1,16}$/u).filter((text) => text.trim() !== '')
const filter: fc.Arbitrary<SearchFilter> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('from' as const, 'account' as const, 'label' as const),
    value: name.map((one) => one.trim()),
  }),
  fc.record({ kind: fc.constant('is' as const), value: fc.constantFrom(...IS) }),
  fc.record({ kind: fc.constant('has' as const), value: fc.constantFrom(...HAS) }),
  fc.record({
    kind: fc.constantFrom('before' as const, 'after' as const),
    value: fc.constantFrom('2026-03-01', 'march', 'last week', '7d'),
  }),
)
const words = fc.constantFrom(
  '',
  'offer',
  'is:nothing',
  'to:anna',
  'see https://x.example',
  '"from:me now"',
  'from: is:un a',
)

test('what is printed is parsed as what it was', () => {
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 4 }), words, (filters, text) => {
      const query = { words: text, filters }
      expect(parse(printSearch(query))).toEqual(query)
    }),
  )
})

test('whatever is typed is understood, and stays what it is when printed', () => {
  const piece = fc.constantFrom(
    'from:',
    'is:',
    'un',
    'unread',
    '"',
    ' ',
    'anna',
    'before:',
    'march',
    ':',
    'xyz:1',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (typed) => {
        const query = parse(typed)
        expect(parse(printSearch(query))).toEqual(query)
      },
    ),
  )
})

test('operators are taken out of the words, whatever their case, with values in quotes', () => {
  expect(parse('FROM:"Anna Ek" offer is:Unread has:link')).toEqual({
    words: 'offer',
    filters: [
      { kind: 'from', value: 'Anna Ek' },
      { kind: 'is', value: 'unread' },
      { kind: 'has', value: 'link' },
    ],
  })
  expect(parse('label:“Follow up” x').filters).toEqual([{ kind: 'label', value: 'Follow up' }])
})

test('what no operator is, or has no such value, is a word', () => {
  for (const typed of ['to:anna', 'is:lost x', 'before:xx x', 'https://a.example', '"from:me"'])
    expect(parse(typed)).toMatchObject({ words: typed, filters: [] })
})

test('an operator that is still being typed asks for nothing yet; left behind, it is a word', () => {
  for (const typed of ['is:', 'is:un', 'from:', 'before:la', 'has:att'])
    expect(parse(`offer ${typed}`)).toEqual({ words: 'offer', filters: [] })
  expect(parse('is:un offer').words).toBe('is:un offer')
  expect(asksForMessages(parse('is:unread'))).toBe(false)
  expect(asksForMessages(parse('is:unread offer'))).toBe(true)
  expect(asksForMessages(parse('before:march'))).toBe(true)
})
