import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrows, newestOf, scanChunks } from '../../../lib/domain/scanChunks.ts'
import {
  changeChunk,
  changeOf,
  entriesOf,
  hashOf,
  isChunk,
  type SearchChunk,
} from '../../../lib/domain/searchChunk.ts'
import { findTerm, fold, parseQuery } from '../../../lib/domain/searchText.ts'

const word = fc.constantFrom('alpha', 'alp', 'Béta', 'gamma', '我們', 'x', 'alphabet')
const message = fc.record({
  conversationId: fc.constantFrom('a', 'b', 'c'),
  key: fc.integer({ min: 0, max: 40 }).map(String),
  sentAt: fc.integer({ min: 1, max: 30 }),
  text: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  senderName: fc.option(fc.constantFrom('Alpha Weber', 'Bo'), { nil: null }),
  own: fc.boolean(),
  hasAttachment: fc.boolean(),
})
type Sample = (typeof message extends fc.Arbitrary<infer T> ? T : never) & object

function chunksOf(messages: readonly Sample[]): SearchChunk[] {
  const ids = [...new Set(messages.map(({ conversationId }) => conversationId))]
  return ids.flatMap((id) => {
    const changes = messages.filter(({ conversationId }) => conversationId === id).map(changeOf)
    return changeChunk(id, undefined, changes) ?? []
  })
}

/** What should be found: everything read, one by one. */
function naive(messages: readonly Sample[], query: string): string[] {
  const terms = parseQuery(query)
  const has = (text: string, term: (typeof terms)[number]) => findTerm(fold(text), term) >= 0
  return messages
    .filter(
      ({ text, senderName }) =>
        terms.every((term) => has(text, term) || has(senderName ?? '', term)) &&
        terms.some((term) => has(text, term)),
    )
    .map(({ conversationId, sentAt, key }) => `${sentAt} ${conversationId} ${hashOf(key)}`)
    .sort()
}

const query = fc.array(fc.oneof(word, fc.constantFrom('alp', 'we', '"alpha x"', '"alp"', '們')), {
  minLength: 1,
  maxLength: 3,
})

test('a scan finds what reading every message finds, newest first, and a limit keeps the newest', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(message, { selector: (m) => `${m.conversationId} ${m.key}`, maxLength: 60 }),
      query,
      fc.integer({ min: 1, max: 8 }),
      (messages, words, limit) => {
        const chunks = chunksOf(messages).sort((a, b) => newestOf(b) - newestOf(a))
        const terms = parseQuery(words.join(' '))
        const all = scanChunks(chunks, terms, 1_000).found
        const names = all.map((one) => `${one.sentAt} ${one.conversationId} ${one.hash}`)
        expect([...names].sort()).toEqual(naive(messages, words.join(' ')))
        const times = all.map(({ sentAt }) => sentAt)
        expect(times).toEqual([...times].sort((a, b) => b - a))
        expect(scanChunks(chunks, terms, limit).found).toEqual(all.slice(0, limit))
      },
    ),
    { numRuns: 500 },
  )
})

test('a query that is typed on finds in what held the shorter one, and in what was left, all there is', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(message, { selector: (m) => `${m.conversationId} ${m.key}`, maxLength: 60 }),
      fc.constantFrom('alphabet we', '"alpha we', '我們 x', 'bo gamma', 'alp "alp"'),
      fc.integer({ min: 1, max: 8 }),
      (messages, typed, limit) => {
        const all = chunksOf(messages).sort((a, b) => newestOf(b) - newestOf(a))
        for (let length = 1; length < typed.length; length++) {
          const [before, now] = [typed.slice(0, length), typed.slice(0, length + 1)].map(parseQuery)
          if (!before || !now || before.length === 0 || !narrows(before, now)) continue
          const past = scanChunks(all, before, limit)
          const left = [...past.held, ...all.slice(past.scanned)]
          expect(scanChunks(left, now, limit).found).toEqual(scanChunks(all, now, limit).found)
        }
      },
    ),
  )
  expect(narrows(parseQuery('al'), parseQuery('alp'))).toBe(true)
  expect(narrows(parseQuery('"al"'), parseQuery('alp'))).toBe(false)
})

test('no chunk grows beyond a row of the browser, unless one moment does', () => {
  const text = 'word '.repeat(40)
  const many = Array.from({ length: 2_000 }, (_, i) => ({
    key: `${i}`,
    sentAt: i >> 1,
    text,
    senderName: null,
    own: false,
    hasAttachment: false,
  }))
  const chunks = changeChunk('c', undefined, many.map(changeOf)) ?? []
  expect(chunks.flatMap(entriesOf)).toHaveLength(2_000)
  for (const chunk of chunks) {
    expect(isChunk(chunk)).toBe(true)
    expect(chunk.text.length).toBeLessThanOrEqual(32_768)
    expect(chunk.times.length).toBeLessThanOrEqual(256)
  }
  expect(chunks.map(({ upTo }) => upTo)).toEqual([
    ...chunks.slice(0, -1).map(newestOf),
    Number.POSITIVE_INFINITY,
  ])
  const sameMoment = many.map((one) => changeOf({ ...one, sentAt: 5 }))
  expect(changeChunk('c', undefined, sameMoment)).toHaveLength(1)
})

test('a row that is not what chunks are is told apart', () => {
  const message = { key: 'k', sentAt: 1, text: 'a', senderName: null, own: false, hasAttachment: false }
  const [chunk] = changeChunk('c', undefined, [changeOf(message)]) ?? []
  expect(isChunk(chunk)).toBe(true)
  for (const broken of [
    null,
    7,
    {},
    { ...chunk, ends: [1] },
    { ...chunk, text: 'x' },
    { ...chunk, times: null },
  ])
    expect(isChunk(broken)).toBe(false)
})
