import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Channel } from '../../../lib/domain/channel.ts'
import {
  conversationId,
  isSalesNavUrn,
  keyOf,
  messageId,
  normaliseProfileId,
  ownerOf,
  sentAtFromKey,
} from '../../../lib/domain/urn.ts'

const key = fc.base64String({ minLength: 4, maxLength: 60 }).map((text) => `2-${text}`)
const profile = fc.stringMatching(/^ACoAA[A-Za-z0-9_-]{34}$/)

test('a thread or message has the same key under any mailbox, as a backend URN and bare', () => {
  fc.assert(
    fc.property(key, profile, fc.constantFrom('conversation', 'message'), (one, owner, kind) => {
      const backend = kind === 'message' ? 'messagingMessage' : 'messagingThread'
      expect(keyOf(`urn:li:msg_${kind}:(urn:li:fsd_profile:${owner},${one})`)).toBe(one)
      expect(keyOf(`urn:li:${backend}:${one}`)).toBe(one)
      expect(keyOf(`urn:li:salesNav_thread:${one}`)).toBe(one)
      expect(keyOf(` ${one} `)).toBe(one)
    }),
  )
})

test('a primary URN names the owner of its mailbox; others name nobody', () => {
  const owner = 'ACoAAB1x7Q4BzVn0mS3kE8pLr2TqYw5uHcJd9aE'
  expect(ownerOf(`urn:li:msg_conversation:(urn:li:fsd_profile:${owner},2-abc==)`)).toBe(owner)
  expect(ownerOf('urn:li:messagingThread:2-abc==')).toBeNull()
  expect(isSalesNavUrn('urn:li:salesNav_thread:2-abc==')).toBe(true)
  expect(isSalesNavUrn('urn:li:messagingThread:2-abc==')).toBe(false)
})

test('a profile is the same person by id, URN, participant URN and web address', () => {
  fc.assert(
    fc.property(profile, (id) => {
      const spellings = [
        id,
        ` ${id} `,
        `urn:li:fsd_profile:${id}`,
        `urn:li:msg_messagingParticipant:urn:li:fsd_profile:${id}`,
        `https://www.linkedin.com/in/${id}`,
        `https://www.linkedin.com/in/${id}/`,
      ]
      for (const spelling of spellings) expect(normaliseProfileId(spelling)).toBe(id)
    }),
  )
  expect(normaliseProfileId(' john-doe-123 ')).toBe('john-doe-123')
  expect([null, undefined, '', '  '].map(normaliseProfileId)).toEqual([null, null, null, null])
})

test('a message key tells when the message was sent, and nothing else tells a time', () => {
  // Both samples of contract 2.2.
  expect(sentAtFromKey('2-MTc3MTk5MDAwMDExMWI0MjAwNy0xMDA=')).toBe(1771990000111)
  expect(sentAtFromKey('2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA=')).toBe(1772003412875)
  expect(sentAtFromKey('2-M2YyYjhjMTQtOWQ3ZS00YTUxLWI2YzAtNWUxZjdhOTJkMzQ4XzEwMA==')).toBeNull()
  fc.assert(
    fc.property(
      fc.integer({ min: 1e12, max: 9_999_999_999_999 }),
      fc.integer({ min: 0, max: 99999 }),
      (at, n) => {
        expect(sentAtFromKey(`2-${btoa(`${at}b${String(n).padStart(5, '0')}-100`)}`)).toBe(at)
      },
    ),
  )
  fc.assert(fc.property(fc.string(), (junk) => void sentAtFromKey(junk)))
})

test('ids keep accounts, channels, threads and messages apart, whatever characters they hold', () => {
  const made = (...parts: string[]) =>
    fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 }).map((all) => all.join(''))
  const place = fc.record({
    account: made('a', '/', '/inbox/', '#', '%2F'),
    channel: fc.constantFrom<Channel>('inbox', 'salesNav'),
    thread: made('2-', 'a', '/inbox/', '='),
    message: made('2-', 'a', '/', '='),
  })
  fc.assert(
    fc.property(place, place, (a, b) => {
      const [left, right] = [a, b].map((one) =>
        messageId(conversationId(one.account, one.channel, one.thread), one.message),
      )
      expect(left === right).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
    { numRuns: 2000 },
  )
  expect(conversationId('a/inbox/2-a', 'inbox', 'b')).not.toBe(conversationId('a', 'inbox', '2-a/inbox/b'))
})
