import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Preview } from '../../../lib/domain/conversation.ts'
import { newerPreview } from '../../../lib/domain/newerPreview.ts'
import { afterPage } from '../../../lib/domain/paging.ts'
import { sameData } from '../../../lib/domain/sameData.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'

describe('after a page', () => {
  it.each([
    [{ cursor: 'b', hasMore: true }, 0, 'more'],
    [{ cursor: 'b', hasMore: null }, 2, 'more'],
    [{ cursor: 'b', hasMore: null }, 3, 'circle'],
    [{ cursor: 'b', hasMore: false }, 0, 'more'],
    [{ cursor: 'b', hasMore: false }, 1, 'end'],
    [{ cursor: 'linkedin:b', hasMore: false }, 1, 'more'],
    [{ cursor: 'linkedin:b', hasMore: true }, 3, 'more'],
    [{ cursor: 'linkedin:b', hasMore: true }, 4, 'circle'],
    [{ cursor: 'linkedin:b', sent: 'linkedin:b', hasMore: true }, 3, 'circle'],
    [{ cursor: null, hasMore: true }, 0, 'end'],
    [{ cursor: '', hasMore: null }, 0, 'end'],
  ] as const)('%j, the %i. in a row without anything new, comes: %s', (page, fruitless, expected) => {
    expect(afterPage({ sent: 'a', ...page }, fruitless)).toBe(expected)
  })
})

describe('what a row shows of the newest message', () => {
  const shown = (sentAt: number | null): Preview => ({
    text: 'Listed',
    sentAt,
    own: null,
    senderName: null,
    hasAttachment: false,
  })
  const message = makeMessage({ conversationId: 'c', sentAt: 100, text: 'Stored', own: true })

  it('is the newer one; at the same moment the message, which knows whose it is', () => {
    expect(newerPreview(shown(101), message)).toEqual(shown(101))
    expect(newerPreview(shown(100), message)).toMatchObject({ text: 'Stored', own: true, sentAt: 100 })
    expect(newerPreview(shown(null), message)?.text).toBe('Stored')
    expect(newerPreview(null, message)?.text).toBe('Stored')
    expect(newerPreview(shown(1), null)).toEqual(shown(1))
  })
})

describe('same data', () => {
  it('is what a clone of a row is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void expect(sameData(value, structuredClone(value))).toBe(true)),
    )
  })

  it('is never what differs when written out', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
        if (sameData(a, b)) expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)))
      }),
    )
    for (const [a, b] of [
      [[], {}],
      [[1], [1, 2]],
      [{ a: 1 }, { a: 1, b: 2 }],
      [null, {}],
      [0, null],
    ]) {
      expect(sameData(a, b)).toBe(false)
      expect(sameData(b, a)).toBe(false)
    }
  })

  it('takes absent and undefined for the same', () => {
    expect(sameData({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  })
})
