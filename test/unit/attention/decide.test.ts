import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, type Scene } from '../../../lib/attention/decide.ts'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'

const scene = (rows: readonly Conversation[], change: Partial<Scene> = {}): Scene => ({
  enabled: true,
  quiet: false,
  content: 'full',
  sound: true,
  accountRules: new Map(),
  personRules: new Map(),
  conversations: new Map(rows.map((row) => [row.id, row])),
  muted: new Set(),
  onScreen: new Set(),
  missedUpTo: new Map(),
  accountNames: new Map(),
  ...change,
})
const row = makeConversation({ title: 'Jonas Weber', unread: 1 })
const said = (text: string, sentAt = 1, conversationId = row.id) =>
  makeMessage({ conversationId, text, sentAt })
const inThreads = (n: number) => {
  const rows = Array.from({ length: n }, (_, i) => makeConversation({ title: `Person ${i}`, unread: 1 }))
  return { rows, messages: rows.map((one) => said('Hi', 1, one.id)) }
}

test('a message is told with the name of its conversation, and the account only where there are several', () => {
  const told = {
    kind: 'conversation',
    conversationId: row.id,
    title: 'Jonas Weber',
    text: 'Hi',
    silent: false,
  }
  expect(decide([said('Hi')], scene([row]))).toEqual([{ ...told, accountName: null }])
  const accountNames = new Map([['account-1', 'Mira Holm']])
  expect(decide([said('Hi')], scene([row], { accountNames }))).toEqual([
    { ...told, accountName: 'Mira Holm' },
  ])
})

test.each<[string, Conversation, Partial<Scene>]>([
  ['notifications are off', row, { enabled: false }],
  ['it is muted', row, { muted: new Set([row.id]) }],
  ['it is a quiet hour', row, { quiet: true }],
  ['its account is not told of', row, { accountRules: new Map([['account-1', 'off']]) }],
  ['the person is never told of', row, { personRules: new Map([[row.id, 'never']]) }],
  [
    'it is muted, whoever it is with',
    row,
    { muted: new Set([row.id]), personRules: new Map([[row.id, 'always']]) },
  ],
  ['it is on screen', row, { onScreen: new Set([row.id]) }],
  ['it was read meanwhile, or is snoozed', { ...row, unread: 0 }, {}],
  ['the conversation is gone', makeConversation(), {}],
])('nothing is told where %s', (_, conversation, change) => {
  expect(decide([said('Hi')], scene([conversation], change))).toEqual([])
})

test('several messages of one conversation are one notification, with the newest text and how many more', () => {
  const messages = [said('one', 1), said('three', 3), said('two', 2)]
  expect(decide(messages, scene([row]))).toMatchObject([{ title: 'Jonas Weber (+2)', text: 'three' }])
})

test('a message without text says that something was sent', () => {
  expect(decide([said('')], scene([row]))).toMatchObject([{ text: 'Sent an attachment' }])
})

test('up to three conversations are told one by one; more are one digest that counts only what may be told', () => {
  const three = inThreads(3)
  expect(decide(three.messages, scene(three.rows)).map((one) => one.kind)).toEqual(
    Array(3).fill('conversation'),
  )
  const five = inThreads(5)
  const muted = new Set([five.rows[0]?.id ?? ''])
  const more = said('More', 2, five.rows[1]?.id)
  expect(decide([...five.messages, more], scene(five.rows, { muted }))).toEqual([
    {
      kind: 'digest',
      conversationIds: five.rows.slice(1).map((one) => one.id),
      messages: 5,
      titles: ['Person 1', 'Person 2', 'Person 3', 'Person 4'],
      silent: false,
    },
  ])
  const quiet = new Set(five.rows.slice(0, 2).map((one) => one.id))
  expect(decide(five.messages, scene(five.rows, { onScreen: quiet }))).toHaveLength(3)
})

test('after a sleep one conversation is told as ever, two are a digest; what came since then is no reason for one', () => {
  const { rows, messages } = inThreads(2)
  const missedUpTo = new Map([['account-1', 1]])
  const kinds = (arrivals: typeof messages) =>
    decide(arrivals, scene(rows, { missedUpTo })).map((one) => one.kind)
  expect(kinds(messages.slice(0, 1))).toEqual(['conversation'])
  expect(kinds(messages)).toEqual(['digest'])
  expect(kinds(rows.map((one) => said('Since', 2, one.id)))).toEqual(['conversation', 'conversation'])
})

test('however much arrives, at most three are shown, no conversation twice, and each message is counted once', () => {
  const { rows } = inThreads(6)
  const arrivals = fc.array(fc.constantFrom(...rows), { maxLength: 20 })
  fc.assert(
    fc.property(arrivals, fc.subarray(rows), (threads, hushed) => {
      const muted = new Set(hushed.map((one) => one.id))
      const messages = threads.map((one, i) => said(`No ${i}`, i, one.id))
      const decided = decide(messages, scene(rows, { muted }))
      const loud = messages.filter((one) => !muted.has(one.conversationId))
      const counted = decided.map((one) =>
        one.kind === 'digest' ? one.messages : 1 + Number(/\(\+(\d+)\)$/.exec(one.title)?.[1] ?? 0),
      )
      expect(counted.reduce((a, b) => a + b, 0)).toBe(loud.length)
      expect(decided.length).toBeLessThanOrEqual(3)
      const ids = decided.map((one) => (one.kind === 'conversation' ? one.conversationId : 'digest'))
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('somebody who is always told of is told of in quiet hours, whatever holds for the account, with sound', () => {
  const always = { personRules: new Map([[row.id, 'always' as const]]) }
  const off = new Map([['account-1', 'off' as const]])
  const silent = new Map([['account-1', 'silent' as const]])
  for (const change of [{ quiet: true }, { accountRules: off }, { accountRules: silent }]) {
    expect(decide([said('Hi')], scene([row], { ...always, ...change }))).toMatchObject([{ silent: false }])
  }
})

test('it is silent where the user wants no sound at all, or none of the account', () => {
  const silent = { accountRules: new Map([['account-1', 'silent' as const]]) }
  expect(decide([said('Hi')], scene([row], silent))).toMatchObject([{ silent: true }])
  expect(decide([said('Hi')], scene([row], { sound: false }))).toMatchObject([{ silent: true }])
  const five = inThreads(5)
  expect(decide(five.messages, scene(five.rows, silent))).toMatchObject([{ kind: 'digest', silent: true }])
})

test('texts, and names too, stay off the screen where the user wants it', () => {
  const five = inThreads(5)
  const shown = (content: Scene['content']) =>
    JSON.stringify([
      decide([said('My new number')], scene([row], { content })),
      decide(five.messages, scene(five.rows, { content })),
    ])
  expect(shown('names')).toContain('Jonas Weber')
  expect(shown('names')).not.toContain('My new number')
  expect(shown('hidden')).not.toMatch(/My new number|Jonas|Person \d/)
})
