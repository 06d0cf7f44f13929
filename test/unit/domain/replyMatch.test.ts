import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COPIES_WITHIN_MS } from '../../../lib/domain/copies.ts'
import type { SendState } from '../../../lib/domain/intent.ts'
import type { Message } from '../../../lib/domain/message.ts'
import { matchEchoes, matchReplies, SKEW_MS } from '../../../lib/domain/replyMatch.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'

const conversationId = 'c'
const text = fc.constantFrom('ok', ' ok\n', 'Thanks', 'Zoë', 'Zoe\u0308')
const folded = (one: string) => one.normalize('NFC').trim()
const send = fc
  .record({
    state: fc.constantFrom<SendState>('sending', 'unconfirmed', 'sent', 'queued', 'failed'),
    text,
    knownUpTo: fc.option(fc.integer({ min: SKEW_MS, max: SKEW_MS + 20 })),
  })
  .map((change) => makeSend({ conversationId, ...change }))
const message = fc
  .record({ text, sentAt: fc.nat(20), own: fc.boolean() })
  .map((change) => makeMessage({ conversationId, ...change }))

test('each message stands for at most one reply, of its text, not much older than was known when it went out', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 8 }), fc.array(send, { maxLength: 6 }), (messages, sends) => {
      messages.sort((a, b) => a.sentAt - b.sentAt)
      const found = matchReplies(messages, sends, (one) => one.own)
      expect(new Set(found.values()).size).toBe(found.size)
      for (const [id, reply] of found) {
        const one = messages.find((candidate) => candidate.id === id)
        expect(one?.own).toBe(true)
        expect(folded(one?.text ?? '')).toBe(folded(reply.text))
        // One that was never posted, whatever its state, is not found by its text.
        expect(one?.sentAt).toBeGreaterThanOrEqual((reply.knownUpTo ?? Number.POSITIVE_INFINITY) - SKEW_MS)
      }
    }),
  )
})

test('of equal replies the oldest is found first, in the oldest message', () => {
  const texts = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(texts, ([sent, seen]) => {
      const sends = Array.from({ length: sent }, () =>
        makeSend({ conversationId, state: 'unconfirmed', text: 'ok', knownUpTo: 10 }),
      )
      const messages = Array.from({ length: seen }, (_, i) =>
        makeMessage({ conversationId, own: true, text: 'ok', sentAt: 10 + i }),
      )
      const found = matchReplies(messages, sends, () => true)
      const pairs = Math.min(sent, seen)
      expect([...found.keys()]).toEqual(messages.slice(0, pairs).map((one) => one.id))
      expect([...found.values()]).toEqual(sends.slice(0, pairs))
    }),
  )
})

test.each(['queued', 'failed'] as const)(
  'a reply that is %s is found if it was posted before: an attempt may have arrived though its answer said otherwise',
  (state) => {
    const one = makeMessage({ conversationId, text: 'ok', own: true, sentAt: 11 })
    const posted = makeSend({ conversationId, state, text: 'ok', knownUpTo: 10 })
    const unposted = makeSend({ conversationId, state, text: 'ok' })
    expect(matchReplies([one], [unposted, posted], () => true).get(one.id)).toBe(posted)
    expect(matchReplies([one], [unposted], () => true).size).toBe(0)
  },
)

test('a key the API gave finds its reply though the text was changed on the way; another is found by its text', () => {
  const keyed = makeSend({ conversationId, state: 'sent', text: 'a  link', messageKey: '2-k', knownUpTo: 10 })
  const plain = makeSend({ conversationId, state: 'unconfirmed', text: 'changed', knownUpTo: 10 })
  const one = makeMessage({ conversationId, key: '2-k', text: 'changed', own: true, sentAt: 11 })
  expect(matchReplies([one], [plain, keyed], () => true).get(one.id)).toBe(keyed)
  const other = makeMessage({ conversationId, text: 'a link', own: true, sentAt: 11 })
  expect(matchReplies([other, one], [keyed], () => true)).toEqual(new Map([[one.id, keyed]]))
  expect(matchReplies([other], [keyed], () => true)).toEqual(new Map([[other.id, keyed]]))
})

test('a reply that the thread times before what was there already is found, and nothing of long before', () => {
  const reply = makeSend({ conversationId, state: 'sent', text: 'ok', knownUpTo: 10 * SKEW_MS })
  const at = (sentAt: number) => makeMessage({ conversationId, own: true, text: 'ok', sentAt })
  expect(matchReplies([at(9 * SKEW_MS)], [reply], () => true).size).toBe(1)
  expect(matchReplies([at(9 * SKEW_MS - 1)], [reply], () => true).size).toBe(0)
})

test('the very text is found before one whose links were written anew', () => {
  const text = (link: string) => `See https://${link}/offer`
  const replies = ['one.example', 'two.example'].map((host) =>
    makeSend({ conversationId, state: 'unconfirmed', text: text(host), knownUpTo: 10 }),
  )
  const [first, second] = ['lnkd.in', 'two.example'].map((host) =>
    makeMessage({ conversationId, own: true, text: text(host), sentAt: 11 }),
  ) as [Message, Message]
  expect(matchReplies([first], replies, () => true)).toEqual(new Map([[first.id, replies[0]]]))
  const both = matchReplies([first, second], [...replies].reverse(), () => true)
  expect(both).toEqual(
    new Map([
      [second.id, replies[1]],
      [first.id, replies[0]],
    ]),
  )
})

test('a reply that only its answer showed is the message of its text at about its time, once', () => {
  const echo = makeMessage({
    conversationId,
    own: true,
    text: 'ok',
    sentAt: 1_000_000,
    intentId: 'i',
    echo: true,
  })
  const at = (sentAt: number, own = true) => makeMessage({ conversationId, own, text: ' ok', sentAt })
  const [first, second] = [at(1_000_037), at(1_000_040)]
  expect(matchEchoes([first, second], [echo])).toEqual(new Map([[first.id, echo]]))
  expect(matchEchoes([at(1_000_037, false)], [echo]).size).toBe(0)
  expect(matchEchoes([at(1_000_000 + COPIES_WITHIN_MS + 1)], [echo]).size).toBe(0)
})
