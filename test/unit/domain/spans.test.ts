import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../../lib/domain/span.ts'
import { addStretch, spansAt } from '../../../lib/domain/spans.ts'

// What leads further back is a property of the place, so that only the merging is on trial.
const span = (from: number, to: number): Span => ({
  conversationId: 'c',
  from,
  to,
  cursor: from === 0 ? null : `below-${from}`,
  cursorAt: 0,
  beginning: from === 0,
})
const stretches = fc
  .array(fc.tuple(fc.nat(40), fc.nat(8)), { maxLength: 12 })
  .map((pairs) => pairs.map(([from, length]) => span(from, from + length)))
const added = (all: readonly Span[]) => all.reduce<Span[]>((spans, one) => addStretch(spans, one), [])

/** The whole ground the spans cover, place by place; half places tell touching from apart. */
function ground(spans: readonly Span[]): number[] {
  const places = Array.from({ length: 100 }, (_, i) => i / 2)
  return places.filter((place) => spans.some((one) => one.from <= place && place <= one.to))
}

test('stretches give the same spans in whatever order they come, and however often', () => {
  const shuffled = stretches.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
  )
  fc.assert(fc.property(shuffled, ([all, other]) => void expect(added(other)).toEqual(added(all))))
})

test('spans are sorted, never touch, cover exactly what was read and lead back from their lower end', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const spans = added(all)
      expect(ground(spans)).toEqual(ground(all))
      for (const [index, one] of spans.entries()) {
        expect(one).toMatchObject({ cursor: span(one.from, 0).cursor, beginning: one.from === 0 })
        expect(one.from).toBeGreaterThan(spans[index - 1]?.to ?? -1)
      }
    }),
  )
})

test('at the same lower end the newer cursor counts, and a known beginning is not forgotten', () => {
  const old = { ...span(5, 9), cursor: 'old', beginning: true }
  const [merged] = addStretch([old], { ...span(5, 12), cursor: 'new', beginning: false })
  expect(merged).toMatchObject({ from: 5, to: 12, cursor: 'new', beginning: true })
})

test('what leads further back is not lost to a stretch that came without', () => {
  const old = { ...span(5, 9), cursor: 'old', cursorAt: 3 }
  expect(addStretch([old], { ...span(5, 12), cursor: null })).toEqual([{ ...old, to: 12 }])
  expect(addStretch([old], { ...span(4, 12), cursor: null })).toEqual([{ ...old, from: 4, to: 12 }])
  const first = { ...old, cursor: null, beginning: true }
  expect(addStretch([first], { ...span(4, 12), cursor: null })).toEqual([{ ...first, from: 4, to: 12 }])
})

test('the gap below a span ends at the span under it; below the lowest there is none', () => {
  const spans = [span(0, 3), span(10, 12)]
  expect(spansAt(spans, 10)).toEqual({ span: spans[1], below: spans[0] })
  expect(spansAt(spans, 12)?.below).toEqual(spans[0])
  expect(spansAt(spans, 0)).toEqual({ span: spans[0], below: null })
  expect(spansAt(spans, 7)).toBeNull()
})
