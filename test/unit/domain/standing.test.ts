import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '../../../lib/domain/standing.ts'
import { type Triage, untouched } from '../../../lib/domain/triage.ts'

const triage = (change: Partial<Triage> = {}): Triage => ({ ...untouched('c', 'a'), ...change })
const at = (inbound: number, serverUnread: number) => ({
  lastActivityAt: inbound,
  latestInboundAt: inbound,
  serverUnread,
})

test('what the API counts as unread waits in the inbox with that count', () => {
  expect(standingOf(at(100, 3), triage())).toEqual({ unread: 1, unreadCount: 3, shelf: 'inbox', starred: 0 })
  expect(standingOf(at(100, 0), triage())).toMatchObject({ unread: 0, unreadCount: 0 })
})

test('what was read here stays read though the list still counts it, until something newer comes', () => {
  expect(standingOf(at(100, 3), triage({ readUpTo: 100 })).unread).toBe(0)
  expect(standingOf(at(101, 4), triage({ readUpTo: 100 })).unread).toBe(1)
})

test('a list that tells no inbound time is judged by its activity', () => {
  const known = { lastActivityAt: 100, latestInboundAt: 0, serverUnread: 1 }
  expect(standingOf(known, triage({ readUpTo: 99 })).unread).toBe(1)
  expect(standingOf(known, triage({ readUpTo: 100 })).unread).toBe(0)
})

test('marked unread by hand shows one, whatever the API says', () => {
  const standing = standingOf(at(100, 3), triage({ readUpTo: 100, unreadMark: true }))
  expect(standing).toMatchObject({ unread: 1, unreadCount: 1 })
})

test('done stays away until a newer message comes in; own activity brings nothing back', () => {
  const done = triage({ doneUpTo: 100, readUpTo: 100 })
  expect(standingOf(at(100, 1), done)).toMatchObject({ shelf: 'done', unread: 0 })
  expect(standingOf({ ...at(100, 0), lastActivityAt: 200 }, done).shelf).toBe('done')
  expect(standingOf(at(101, 1), done)).toMatchObject({ shelf: 'inbox', unread: 1 })
})

test('snoozed stays away whatever comes in', () => {
  const snoozed = triage({ snoozedUntil: 1, unreadMark: true })
  expect(standingOf(at(500, 9), snoozed)).toMatchObject({ shelf: 'snoozed', unread: 0, unreadCount: 0 })
})

test('the number beside a conversation and its unread mark always agree, and only the inbox has them', () => {
  const time = fc.nat(5)
  const known = fc.record({ lastActivityAt: time, latestInboundAt: time, serverUnread: fc.nat(3) })
  const made = fc.record({
    readUpTo: time,
    unreadMark: fc.boolean(),
    doneUpTo: fc.option(time),
    snoozedUntil: fc.option(time),
    starred: fc.boolean(),
  })
  fc.assert(
    fc.property(known, made, (conversation, change) => {
      const { unread, unreadCount, shelf } = standingOf(conversation, triage(change))
      expect(unreadCount > 0).toBe(unread === 1)
      if (shelf !== 'inbox') expect(unread).toBe(0)
      if (!change.unreadMark && conversation.serverUnread === 0) expect(unread).toBe(0)
    }),
  )
})
