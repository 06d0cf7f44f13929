import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '../../../lib/domain/standing.ts'
import { type Triage, untouched } from '../../../lib/domain/triage.ts'

const triage = (change: Partial<Triage> = {}): Triage => ({ ...untouched('c', 'a'), ...change })
const at = (inbound: number, serverUnread: number) => ({
  accountId: 'a',
  preview: null,
  lastActivityAt: inbound,
  latestInboundAt: inbound,
  serverUnread,
})

test('what the API counts as unread waits in the inbox with that count', () => {
  expect(standingOf(at(100, 3), triage())).toMatchObject({
    unread: 1,
    unreadCount: 3,
    shelf: 'inbox',
    starred: 0,
  })
  expect(standingOf(at(100, 0), triage())).toMatchObject({ unread: 0, unreadCount: 0 })
})

test('what was read here stays read though the list still counts it, until something newer comes', () => {
  expect(standingOf(at(100, 3), triage({ readUpTo: 100 })).unread).toBe(0)
  expect(standingOf(at(101, 4), triage({ readUpTo: 100 })).unread).toBe(1)
})

test('a list that tells no inbound time is judged by its activity', () => {
  const known = { ...at(100, 1), latestInboundAt: 0 }
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
  const known = fc.record({
    accountId: fc.constant('a'),
    preview: fc.constant(null),
    lastActivityAt: time,
    latestInboundAt: time,
    serverUnread: fc.nat(3),
  })
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

const preview = (own: boolean | null, sentAt: number) => ({
  text: 'Hello',
  sentAt,
  own,
  senderName: null,
  hasAttachment: false,
})

test.each([
  ['theirs', { ...at(100, 0), preview: preview(false, 100) }, 'me'],
  ['ours', { ...at(90, 0), preview: preview(true, 100), lastActivityAt: 100 }, 'them'],
  [
    'ours in the list, but a newer one of theirs is known',
    { ...at(120, 0), preview: preview(true, 100) },
    'me',
  ],
  ['nobody knows whose, but theirs by its time', { ...at(100, 1), preview: preview(null, 100) }, 'me'],
  ['nobody knows whose', { ...at(0, 0), lastActivityAt: 100, preview: preview(null, 100) }, 'nobody'],
  ['none', at(0, 0), 'nobody'],
] as const)('where the newest message is %s, the turn is told', (_, known, waiting) => {
  expect(standingOf(known, triage()).waiting).toBe(waiting)
})

test('what is put away waits for nobody, unless a reminder still waits for their answer', () => {
  const theirs = { ...at(100, 0), preview: preview(false, 100) }
  const ours = { ...at(90, 0), preview: preview(true, 100), lastActivityAt: 100 }
  expect(standingOf(theirs, triage({ doneUpTo: 100 })).waiting).toBe('nobody')
  expect(standingOf(ours, triage({ doneUpTo: 100 })).waiting).toBe('nobody')
  expect(standingOf(ours, triage({ doneUpTo: 100, remindAt: 9 })).waiting).toBe('them')
  expect(standingOf(theirs, triage({ doneUpTo: 100, remindAt: 9 })).waiting).toBe('nobody')
})

test('each label lists the conversation by activity, over all accounts and in its own', () => {
  const { labels, labelled } = standingOf(at(100, 0), triage({ labels: ['x', 'y'] }))
  expect(labels).toEqual(['x', 'y'])
  expect(labelled).toEqual([
    [0, 'x', 100],
    ['a', 'x', 100],
    [0, 'y', 100],
    ['a', 'y', 100],
  ])
})
