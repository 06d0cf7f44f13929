import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText, isVisible, normaliseText, oneLine, withFewMarks } from '../../../lib/domain/text.ts'
import { HUGE } from '../../fixtures/hostile/huge.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 200 })
const HALF = /\p{Surrogate}/u

test.each(Object.entries(HUGE))('a megabyte of %s is normalised in one go', (_, text) => {
  const started = performance.now()
  normaliseText(text)
  // Anything quadratic takes minutes; generous, as machines differ and may be busy.
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('as many marks as a language stacks stay, and all other signs', () => {
  const vietnamese = 'e\u0302\u0301'
  expect(withFewMarks(vietnamese)).toBe(vietnamese)
  expect(withFewMarks(`a${'\u0301'.repeat(31)}b`)).toBe(`a${'\u0301'.repeat(30)}b`)
  fc.assert(
    fc.property(anyText, (text) => {
      expect(withFewMarks(text).replace(/\p{M}/gu, '')).toBe(text.replace(/\p{M}/gu, ''))
    }),
  )
})

test('a cut never halves a sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), (text, length) => {
      const cut = cutText(text, length)
      expect(text.startsWith(cut)).toBe(true)
      expect(cut.length).toBeLessThanOrEqual(length)
      expect(cut).not.toMatch(HALF)
      if (text.length > length) expect(cut.length).toBeGreaterThanOrEqual(length - 1)
    }),
  )
})

test('one line has no controls, no direction signs and no more than its length', () => {
  expect(oneLine('  Hello\r\n\u202Ethere\u0000 \u{1F469}\u200D\u{1F680} ', 40)).toBe(
    'Hello there \u{1F469}\u200D\u{1F680}',
  )
  fc.assert(
    fc.property(fc.oneof(anyText, fc.constantFrom(...Object.values(HUGE))), fc.nat(300), (text, length) => {
      const line = oneLine(text, length)
      expect(line.length).toBeLessThanOrEqual(length)
      expect(line).not.toMatch(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u)
    }),
  )
})

test.each(['', '   ', '\u200B', '\u2800\u3164', '\u{E0041}\u{E0042}', '\u0000', '\u202E\u00AD'])(
  'there is nothing to see in %j',
  (text) => expect(isVisible(text)).toBe(false),
)

test.each(['a', '0', '\u{1F44B}', '\u0E01', ' x ', '\uFFFD'])('there is something to see in %j', (text) =>
  expect(isVisible(text)).toBe(true),
)
