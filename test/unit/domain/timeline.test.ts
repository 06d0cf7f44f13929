import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../lib/domain/message.ts'
import type { Span } from '../../../lib/domain/span.ts'
import { isComplete, type TimelineInput, timelineOf } from '../../../lib/domain/timeline.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../components/thread/makeSend.ts'

const conversationId = 'account-1/inbox/thread'
const NOON = Date.UTC(2026, 0, 5, 12, 0)
const MINUTE = 60_000

const message = (minute: number, change: Partial<Message> = {}) =>
  makeMessage({ conversationId, sentAt: NOON + minute * MINUTE, ...change })
const send = (minute: number, change = {}) =>
  makeSend({ conversationId, createdAt: NOON + minute * MINUTE, ...change })
const span = (from: number, to: number, beginning = false): Span => ({
  conversationId,
  from: NOON + from * MINUTE,
  to: NOON + to * MINUTE,
  cursor: null,
  cursorAt: 0,
  beginning,
})
const timeline = (input: Partial<TimelineInput>) =>
  timelineOf({ messages: [], sends: [], spans: [], before: null, timeZone: 'UTC', ...input })

describe('groups', () => {
  it('joins what one sender wrote within minutes', () => {
    const items = timeline({
      messages: [message(0), message(1), message(2, { own: true }), message(20, { own: true })],
    })
    expect(items.map((item) => [item.first, item.last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ])
  })

  it('keeps people apart whose name is all that is known, and joins the unknown', () => {
    const nameless = { senderProfileId: null, senderName: null }
    const items = timeline({
      messages: [
        message(0, { senderProfileId: null, senderName: 'Ada' }),
        message(1, { senderProfileId: null, senderName: 'Bob' }),
        message(2, nameless),
        message(3, nameless),
      ],
    })
    expect(items.map((item) => item.first)).toEqual([true, true, true, false])
  })

  it('ends a group below a reply that needs the user', () => {
    const items = timeline({ sends: [send(0, { state: 'failed' }), send(0)] })
    expect(items.map((item) => item.first)).toEqual([true, true])
  })
})

describe('a reply that is there more than once', () => {
  it('says how often, at the last of them, and ends its group', () => {
    const own = (minute: number, change = {}) => message(minute, { own: true, ...change })
    const items = timeline({
      messages: [
        own(0, { copyOf: 'intent-1' }),
        own(0.1, { intentId: 'intent-1' }),
        own(0.2),
        own(0.3, { copyOf: 'intent-1' }),
        own(0.4, { intentId: 'intent-2' }),
      ],
    })
    const copies = items.map((item) => item.kind === 'message' && item.copies)
    expect(copies).toEqual([1, 1, 1, 3, 1])
    expect(items.map((item) => item.last)).toEqual([false, false, false, true, true])
  })

  it('says nothing where only one of them is known', () => {
    const [item] = timeline({ messages: [message(0, { own: true, copyOf: 'intent-1' })] })
    expect(item).toMatchObject({ copies: 1 })
  })
})

describe('days', () => {
  it('separates days in the zone asked for', () => {
    const late = makeMessage({ conversationId, sentAt: Date.UTC(2026, 0, 5, 22, 30) })
    const later = makeMessage({ conversationId, sentAt: Date.UTC(2026, 0, 5, 23, 30) })
    const days = (timeZone: string) => timeline({ messages: [late, later], timeZone }).map((item) => item.day)
    expect(days('UTC')).toEqual(['2026-01-05', null])
    expect(days('Europe/Berlin')).toEqual(['2026-01-05', '2026-01-06'])
  })

  it('does not go back to an earlier day for an old reply at the end', () => {
    const items = timeline({ messages: [message(0)], sends: [send(-2000, { state: 'failed' })] })
    expect(items.map((item) => item.day)).toEqual(['2026-01-05', null])
  })
})

describe('gaps', () => {
  it('marks the first message above which history is missing, with the begin of its span', () => {
    const items = timeline({
      messages: [message(0), message(1), message(90), message(91)],
      spans: [span(0, 10), span(60, 91)],
    })
    expect(items.map((item) => item.gapFrom)).toEqual([null, null, NOON + 60 * MINUTE, null])
  })

  it('marks nothing between spans that touch, above the first message, or after the newest span', () => {
    const touching = { messages: [message(0), message(20)], spans: [span(0, 10), span(10, 20)] }
    const below = { messages: [message(60)], spans: [span(0, 10), span(60, 91)] }
    const loose = { messages: [message(0), message(30, { own: true })], spans: [span(0, 10)] }
    for (const input of [touching, below, loose]) {
      expect(timeline(input).every((item) => item.gapFrom === null)).toBe(true)
    }
  })

  it('knows the beginning from the oldest span', () => {
    expect(isComplete([])).toBe(false)
    expect(isComplete([span(0, 1), span(5, 6, true)])).toBe(false)
    expect(isComplete([span(0, 1, true), span(5, 6)])).toBe(true)
  })
})

describe('replies', () => {
  it('keeps the key of a reply when it has become a message', () => {
    const reply = send(3)
    const first = message(0)
    const before = timeline({ messages: [first], sends: [reply] })
    const after = timeline({ messages: [first, message(3, { own: true, intentId: reply.id })] })
    expect(after.map((item) => item.key)).toEqual(before.map((item) => item.key))
  })

  it('shows one bubble where message and reply are both there', () => {
    const reply = send(3, { state: 'sending' })
    const items = timeline({ messages: [message(3, { own: true, intentId: reply.id })], sends: [reply] })
    expect(items.map((item) => item.kind)).toEqual(['message'])
  })

  it('marks the newest own bubble', () => {
    const items = timeline({ messages: [message(0, { own: true }), message(1, { own: true }), message(2)] })
    expect(items.map((item) => item.lastOwn)).toEqual([false, true, false])
    expect(
      timeline({ messages: [message(0, { own: true })], sends: [send(1)] }).map((i) => i.lastOwn),
    ).toEqual([false, true])
  })
})

describe('any thread', () => {
  const threads = fc
    .array(fc.record({ minute: fc.integer({ min: 0, max: 9000 }), own: fc.boolean() }), { maxLength: 60 })
    .map((list) =>
      list.sort((a, b) => a.minute - b.minute).map(({ minute, own }) => message(minute, { own })),
    )

  it('has every message once, first and last flags in pairs, and days only forward', () => {
    fc.assert(
      fc.property(threads, (messages) => {
        const items = timeline({ messages })
        expect(items.map((item) => item.kind === 'message' && item.message)).toEqual(messages)
        expect(new Set(items.map((item) => item.key)).size).toBe(items.length)
        items.forEach((item, index) => {
          expect(item.last).toBe(items[index + 1]?.first ?? true)
        })
        const days = items.flatMap((item) => item.day ?? [])
        expect(days).toEqual([...new Set(days)].sort())
      }),
    )
  })

  it('is placed the same whether older messages are shown or only known', () => {
    fc.assert(
      fc.property(threads, fc.nat(), (messages, cut) => {
        const at = messages.length === 0 ? 0 : cut % messages.length
        const whole = timeline({ messages }).slice(at)
        expect(timeline({ messages: messages.slice(at), before: messages[at - 1] ?? null })).toEqual(whole)
      }),
    )
  })
})
