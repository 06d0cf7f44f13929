import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTerm, fold, foldWithPlaces, parseQuery } from '../../../lib/domain/searchText.ts'
import { HUGE } from '../../fixtures/hostile/huge.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...'aBé ß\u0301İΣς\u00A0\u200B\uD83D\uDC4B我한ｶﾞﬁ\u0000\n'), { maxLength: 30 })
    .map((signs) => signs.join('')),
)

/** Whether a text holds all a query asks for. */
function holds(text: string, query: string): boolean {
  const folded = fold(text)
  return parseQuery(query).every((term) => findTerm(folded, term) >= 0)
}

test('folding a text whole or sign by sign gives the same, and every place is where a sign of the text begins', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { folded, places } = foldWithPlaces(text)
      expect(folded).toBe(fold(text))
      expect(places).toHaveLength(folded.length)
      const starts = new Set([...text].map((_, i, signs) => signs.slice(0, i).join('').length))
      expect(places.every((place, i) => starts.has(place) && place >= (places[i - 1] ?? 0))).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('folded text is one byte a character, without what divides entries', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
      expect(fold(text)).not.toMatch(/[\u0000-\u001f\u007f\u0100-\uffff]| {2}/)
    }),
  )
})

test.each(Object.entries(HUGE))('a megabyte of %s is folded in one go', (_, text) => {
  const started = performance.now()
  fold(text)
  // Anything quadratic takes minutes; generous, as machines differ and may be busy.
  expect(performance.now() - started).toBeLessThan(10_000)
})

test.each([
  ['Jos\u00C9 and Jose\u0301', 'jose'],
  ['Größe, Straße', 'strasse grosse'],
  ['Søren Łukasz Đorđe', 'soren lukasz dorde'],
  ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
  ['ｶﾞｲﾄﾞ', 'ガイド'],
  ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
  ['İstanbul ılık', 'istanbul ilik'],
  ['don’t', "don't"],
  ['the ﬁnance team', 'fin'],
  ['お世話になっております', '世話'],
  ['我們用Excel做報表', 'excel 報表'],
  ['한국어로 이야기해요', '야기'],
  ['ขอบคุณครับ', 'ครับ'],
  ['Written in C++ and C#', 'c++ c#'],
  ['on my way 👩‍🚀', '👩‍🚀'],
  ['mail me: a.b@example.com', 'example'],
])('%j is found by %j', (text, query) => expect(holds(text, query)).toBe(true))

test.each([
  ['a party', 'art'],
  ['the Größe', 'osse'],
  ['first one', 'one two'],
  ['the world, hello', '"hello world"'],
  ['hello worldly', '"hello world"'],
  ['привет', 'вет'],
])('%j is not found by %j', (text, query) => expect(holds(text, query)).toBe(false))

test('words are found by their beginnings, phrases as they stand, one still being typed by the beginning of its last word', () => {
  expect(holds('Send the quarterly numbers', 'num quart')).toBe(true)
  expect(holds('Well, hello   big\nworld!', '“Hello big world”')).toBe(true)
  expect(holds('hello worldly', '"hello world')).toBe(true)
  expect(parseQuery('  " " ""')).toEqual([])
})

test('what is found first is where the text has it for the first time', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '我', "'"), minLength: 1, maxLength: 3 })
  const words = fc.array(fc.tuple(word, fc.constantFrom(' ', '-', '')), { maxLength: 12 })
  fc.assert(
    fc.property(words, word, (parts, query) => {
      const text = fold(parts.flat().join(''))
      const [term] = parseQuery(query)
      if (!term) return
      const naive = Array.from(text, (_, at) => at).findIndex(
        (at) =>
          text.startsWith(term.text, at) &&
          (term.anywhere || at === 0 || !isLetter(text, at) || !/[a-z]/.test(text[at - 1] ?? '')),
      )
      expect(findTerm(text, term)).toBe(naive)
    }),
  )
  function isLetter(text: string, at: number): boolean {
    return /[a-z]/.test(text[at] ?? '')
  }
})
