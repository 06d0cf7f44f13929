import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newestOf, scanChunks } from '../../../lib/domain/scanChunks.ts'
import { changeChunk, changeOf, hashOf } from '../../../lib/domain/searchChunk.ts'
import { filterConversations, filterMessages } from '../../../lib/domain/searchFilter.ts'
import { parseSearch, type SearchFilter } from '../../../lib/domain/searchQuery.ts'
import { fold, parseQuery } from '../../../lib/domain/searchText.ts'

const NOW = new Date(2026, 2, 18, 15).getTime()
const DAY = 24 * 60 * 60_000

const message = fc.record({
  conversationId: fc.constantFrom('a', 'b'),
  key: fc.integer({ min: 0, max: 60 }).map(String),
  sentAt: fc.integer({ min: 0, max: 60 }).map((days) => NOW - days * DAY),
  text: fc.constantFrom('Hello', 'See https://x.example/offer', 'offer on www.x.example', 'the offer'),
  senderName: fc.constantFrom('Anna Ek', 'Zoë Berg', 'Mira Holm', null),
  own: fc.boolean(),
  hasAttachment: fc.boolean(),
})
type Sample = (typeof message extends fc.Arbitrary<infer T> ? T : never) & object

/** The same, read off each message. */
function holds(filter: SearchFilter, { own, hasAttachment, text, senderName, sentAt }: Sample): boolean {
  switch (filter.kind) {
    case 'from':
      return filter.value === 'me'
        ? own
        : fold(senderName ?? '')
            .split(' ')
            .some((word) => word.startsWith(fold(filter.value)))
    case 'has':
      return filter.value === 'link' ? /https|www/.test(text) : hasAttachment
    case 'before':
      return sentAt < new Date(2026, 2, 1).getTime()
    case 'after':
      return sentAt >= new Date(2026, 1, 20).getTime()
    default:
      return true
  }
}

const asked = fc.subarray([
  'from:zoe',
  'from:me',
  'has:link',
  'has:attachment',
  'before:march',
  'after:2026-02-20',
  'offer',
])

test('a search with conditions finds what holds them all, and a limit keeps the newest', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(message, { selector: (m) => `${m.conversationId} ${m.key}`, maxLength: 50 }),
      asked,
      fc.integer({ min: 1, max: 6 }),
      (messages, parts, limit) => {
        const { words, filters } = parseSearch(`${parts.join(' ')} `, NOW)
        const chunks = ['a', 'b']
          .flatMap((id) => {
            const changes = messages.filter(({ conversationId }) => conversationId === id).map(changeOf)
            return changeChunk(id, undefined, changes) ?? []
          })
          .sort((a, b) => newestOf(b) - newestOf(a))
        const found = scanChunks(
          chunks,
          parseQuery(words),
          1_000,
          filterMessages(filters, { now: NOW }),
        ).found
        const wanted = messages.filter(
          (one) => (words === '' || /offer/.test(one.text)) && filters.every((filter) => holds(filter, one)),
        )
        const nameOf = (one: { sentAt: number; conversationId: string; hash: number }) =>
          `${one.sentAt} ${one.conversationId} ${one.hash}`
        expect(found.map(nameOf).sort()).toEqual(
          parts.length === 0 ? [] : wanted.map((one) => nameOf({ ...one, hash: hashOf(one.key) })).sort(),
        )
        const some = scanChunks(chunks, parseQuery(words), limit, filterMessages(filters, { now: NOW })).found
        expect(some).toEqual(found.slice(0, limit))
      },
    ),
    { numRuns: 400 },
  )
})

test('conditions on conversations let through what is so', () => {
  const world = {
    accounts: [
      { id: 'a1', name: 'Mira Holm' },
      { id: 'a2', name: 'Studio Holm' },
    ],
    labels: [{ id: 'l1', name: 'Späteres' }],
    now: NOW,
  }
  const row = { accountId: 'a1', unread: 1, starred: 0, waiting: 'me', labels: ['l1'] } as const
  const lets = (typed: string) =>
    filterConversations(parseSearch(`${typed} `, NOW).filters, world)({ ...row, labels: [...row.labels] })
  for (const typed of ['is:unread', 'is:waiting-me', 'account:mira', 'account:holm', 'label:spat', ''])
    expect(lets(typed), typed).toBe(true)
  for (const typed of [
    'is:starred',
    'is:waiting-them',
    'account:studio',
    'label:other',
    'is:unread is:starred',
  ])
    expect(lets(typed), typed).toBe(false)
})
