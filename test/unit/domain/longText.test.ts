import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, SHOWN_AT_FIRST } from '../../../lib/domain/longText.ts'
import { HUGE } from '../../fixtures/hostile/huge.ts'

const sourceOf = (text: string, room: number) =>
  beginningOf(text, room)
    .pieces.map((piece) => piece.source)
    .join('')

test('a text as long as LinkedIn lets anybody write is shown whole', () => {
  for (const text of ['W'.repeat(8_000), 'One line of it, not too long\n'.repeat(190)]) {
    expect(beginningOf(text, SHOWN_AT_FIRST).cut).toBe(false)
    expect(sourceOf(text, SHOWN_AT_FIRST)).toBe(text)
  }
})

test.each(Object.entries(HUGE))('of a megabyte of %s no more is shown than fits', (_, text) => {
  const { pieces, cut } = beginningOf(text, SHOWN_AT_FIRST)
  const shown = pieces.map((piece) => piece.shown).join('')
  expect(cut).toBe(true)
  expect(shown.length).toBeLessThan(2 * SHOWN_AT_FIRST)
  expect(shown.split('\n').length).toBeLessThanOrEqual(SHOWN_AT_FIRST / 50 + 1)
  expect(shown).not.toMatch(/\p{M}{31}/u)
})

test('a link at the cut stays whole, as half of it would lead elsewhere', () => {
  const text = `See https://example.com/ and then some`
  for (let room = 5; room < 24; room++) {
    const { pieces } = beginningOf(text.replace(/ and.*/, ' '.repeat(9_000)), room)
    expect(pieces.find((piece) => piece.kind === 'link')?.source).toBe('https://example.com/')
  }
})

test('the beginning is the beginning of the text, and with more room there is more of it, up to all', () => {
  const parts = fc.constantFrom('https://a.example/b', '\n', ' ', 'word', '\u{1F469}', 'e\u0301', '@', 'www.')
  const texts = fc.array(parts, { maxLength: 120 }).map((list) => list.join(''))
  fc.assert(
    fc.property(texts, fc.integer({ min: 50, max: 2_000 }), (text, room) => {
      const source = sourceOf(text, room)
      expect(text.startsWith(source)).toBe(true)
      expect(beginningOf(text, room).cut).toBe(source.length < text.length)
      expect(sourceOf(text, 2 * room).length).toBeGreaterThanOrEqual(source.length)
      expect(source).not.toMatch(/\p{Surrogate}/u)
      expect(sourceOf(text, 1_000_000)).toBe(text)
    }),
  )
})
