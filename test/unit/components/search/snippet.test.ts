import { expect, it } from 'vitest'
import { snippet } from '../../../../components/search/snippet.ts'

const marked = (text: string, query: string) =>
  snippet(text, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

it('marks every word wherever it stands', () => {
  expect(marked('Send the deck, then the other deck', 'deck send')).toBe(
    '[Send] the [deck], then the other [deck]',
  )
})

it('finds letters with accents and keeps signs whole', () => {
  expect(marked('Grüße aus Zürich 👩‍🚀', 'zurich')).toBe('Grüße aus [Zürich] 👩‍🚀')
  expect(marked('ﬁnance', 'fin')).toBe('[ﬁn]ance')
})

it('begins shortly before the first hit', () => {
  const text = `${'word '.repeat(40)}needle`
  expect(marked(text, 'needle')).toMatch(/^….{20,30}\[needle\]$/)
})

it('finds a hit deep in a megabyte, and answers at once where there is none', () => {
  const filling = 'lorem ipsum dolor sit amet '.repeat(20_000)
  const started = performance.now()
  expect(marked(`${filling}needle ${filling}`, 'needle')).toMatch(/^….{20,30}\[needle\] lorem/)
  expect(marked(`${filling}${'\u0301\u0323'.repeat(200_000)}`, 'needle')).toMatch(/^lorem[^[]*$/)
  // Cut into signs as a whole it would take minutes; generous, as machines differ and may be busy.
  expect(performance.now() - started).toBeLessThan(10_000)
})

it('finds a hit wherever it lies, at the seams of what is looked through too', () => {
  for (let before = 950; before < 1_150; before++) {
    expect(marked(`${'x'.repeat(before)} needle`, 'needle')).toMatch(/\[needle\]$/)
  }
})
