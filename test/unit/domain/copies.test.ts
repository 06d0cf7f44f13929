import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COPIES_WITHIN_MS, findCopies } from '../../../lib/domain/copies.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'

const AT = 1_772_000_000_000
const ours = (change: Partial<Parameters<typeof makeMessage>[0]> = {}) =>
  makeMessage({ conversationId: 'c', own: true, text: 'On my way', sentAt: AT, ...change })
const reply = ours({ intentId: 'intent-1' })

test('our own message of the same text at about the same time, before or after, repeats the reply', () => {
  for (const sentAt of [AT - COPIES_WITHIN_MS, AT, AT + 1, AT + COPIES_WITHIN_MS]) {
    const copy = ours({ sentAt, text: ' On  my way\n' })
    expect(findCopies([copy], [reply])).toEqual(new Map([[copy.id, 'intent-1']]))
  }
})

test.each([
  ['theirs', { own: false }],
  ['another text', { text: 'On my way!' }],
  ['much later', { sentAt: AT + COPIES_WITHIN_MS + 1 }],
  ['a reply of its own', { intentId: 'intent-2' }],
])('what is %s repeats nothing', (_, change) => {
  expect(findCopies([ours(change)], [reply]).size).toBe(0)
})

test('messages that were not sent from here are nobody’s copies, however often they come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), (count) => {
      const written = Array.from({ length: count }, () => ours())
      expect(findCopies(written, written).size).toBe(0)
    }),
  )
})
