import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../../lib/api/ApiError.ts'
import { runs } from '../../runs.ts'
import { background, fetchOf, makeClient } from '../support/makeClient.ts'

const request = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', threadId: '2-x' }
const NAMES = [
  'success', 'data', 'error', 'accounts', 'conversations', 'messages', 'participants', 'cursor', 'nextCursor', 'hasMore',
  'conversationUrn', 'conversationId', 'lastActivityAt', 'unreadCount', 'latestMessage', 'source', 'salesNavThreadId',
  'messageUrn', 'messageId', 'text', 'sentAt', 'sender', 'senderName', 'senderProfileId', 'attachments', 'hasAttachment',
  'id', 'name', 'status', 'enabled', 'linkedinPlan', 'syncState', 'sentMessage', '__proto__', 'constructor', 'toString',
] // biome-ignore format: a plain list of names
const WORDS = [
  '',
  'urn:li:msg_message:(urn:li:fsd_profile:ACoAAx,2-MTc3)',
  '2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA=',
  '1e999',
  'true',
  '2026-02-25',
]

/** JSON that uses the API's own names in all the wrong places. */
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1772003412875, 1e300, ...WORDS),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('json'), { maxKeys: 8 }),
  ),
}))

function clientOf(body: unknown, status = 200) {
  return makeClient('http://x', { fetch: fetchOf(body, { status }) })
}

describe('whatever the API answers', () => {
  it('every endpoint gives an answer of its type or throws an ApiError', async () => {
    await fc.assert(
      fc.asyncProperty(json, fc.constantFrom(200, 400, 403, 429, 503), async (body, status) => {
        const { api } = clientOf(body, status)
        const calls = [
          api.listAccounts(background),
          api.accountStatus(request, background),
          api.listConversations({ ...request, count: 20 }, background),
          api.listMessages({ ...request, count: 50, sync: false }, background),
          api.sendReply({ ...request, message: 'Hi' }, background),
          api.sendSalesNavReply({ ...request, body: 'Hi' }, background),
          api.markSeen(request, background),
          api.syncStatus(request, background),
        ]
        for (const result of await Promise.allSettled(calls)) {
          if (result.status === 'rejected') {
            expect(result.reason).toBeInstanceOf(ApiError)
            expect(result.reason.kind).not.toBe('unknown')
          } else {
            expect(JSON.stringify(result.value)).not.toContain('undefined')
          }
        }
      }),
      { numRuns: runs(150, 2_000) },
    )
  })

  it('every good row of a page survives amid garbage', async () => {
    const garbage = fc.array(json, { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(garbage, garbage, garbage, async (before, between, after) => {
        const conversation = (key: string) => ({
          conversationUrn: `urn:li:messagingThread:${key}`,
          participants: before,
        })
        const list = clientOf({
          conversations: [...before, conversation('2-good1'), ...between, conversation('2-good2'), ...after],
        })
        const { conversations, rejected } = await list.api.listConversations(
          { ...request, count: 20 },
          background,
        )
        expect(conversations.map((c) => c.key)).toEqual(expect.arrayContaining(['2-good1', '2-good2']))
        expect(rejected).toBe(list.seen.rejected.length)

        const message = (text: string) => ({
          text,
          sentAt: 1772003412000,
          senderName: 'Ines',
          attachments: after,
        })
        const thread = clientOf({
          messages: [...before, message('one'), ...between, message('two'), ...after],
        })
        const page = await thread.api.listMessages({ ...request, count: 50, sync: false }, background)
        expect(page.messages.map((m) => m.text)).toEqual(expect.arrayContaining(['one', 'two']))
        expect(new Set(page.messages.map((m) => m.key)).size).toBe(page.messages.length)
      }),
      { numRuns: runs(150, 2_000) },
    )
  })

  it('a reason for putting a row aside is one of our own sentences', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(json), async (rows) => {
        const { api, seen } = clientOf({ messages: rows })
        await api.listMessages({ ...request, count: 50, sync: false }, background)
        for (const { reason } of seen.rejected) {
          expect(reason).toMatch(/^message (is not an object|without time|without key and content)$/)
        }
      }),
      { numRuns: runs(50, 500) },
    )
  })
})
