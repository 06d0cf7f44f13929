import { describe, expect, it } from 'vitest'
import type { Wire } from '../../sandbox/wire/dialect'
import { call, firstOf, json, type Loose, list, messages, started } from './client'

const keyIn = (urn: string): string => /2-[\w+/=]+/.exec(urn)?.[0] ?? ''

async function firstRow(wire: Partial<Wire>): Promise<Loose> {
  const sandbox = await started({ wire })
  const page = await json(list(sandbox, firstOf(sandbox).accountId))
  return (page.data ?? page).conversations[0]
}

async function firstMessage(wire: Partial<Wire>): Promise<Loose> {
  const sandbox = await started({ wire })
  return (await json(messages(sandbox, firstOf(sandbox).conversation))).messages[0]
}

describe('the newest dialect', () => {
  it('is the documented shape', async () => {
    const row = await firstRow({})
    expect(row.lastActivityAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(row.conversationUrn).toContain(row.conversationId)
    expect(row.latestMessage).toEqual({
      text: expect.any(String),
      sentAt: Date.parse(row.lastActivityAt),
      senderName: expect.any(String),
      hasAttachment: expect.any(Boolean),
    })
    const message = await firstMessage({})
    expect(message.sentAt).toBe(Number(atob(keyIn(message.messageUrn).slice(2)).slice(0, 13)))
    expect(message).toHaveProperty('senderProfileId')
    expect(message).toHaveProperty('isSentByOwner')
  })
})

describe('single choices', () => {
  it('spell times and ids of conversations', async () => {
    expect((await firstRow({ activity: 'ms' })).lastActivityAt).toBeTypeOf('number')
    expect((await firstRow({ activity: 'spaced' })).lastActivityAt).toMatch(/^\d{4}-\d\d-\d\d \d.*\+00:00$/)
    expect((await firstRow({ conversationId: 'backend' })).conversationId).toMatch(
      /^urn:li:messagingThread:2-/,
    )
    expect((await firstRow({ conversationId: 'urn' })).conversationId).toMatch(/^urn:li:msg_conversation:/)
    expect((await firstRow({ latest: 'empty' })).latestMessage).toEqual({})
    expect((await firstRow({ latest: 'null' })).latestMessage).toBeNull()
    expect((await firstRow({ participants: 'empty' })).participants).toEqual([])
    expect(await firstRow({ envelope: 'data' })).toHaveProperty('conversationUrn')
    expect((await firstRow({ activity: 'placeholder' })).lastActivityAt).toBe('string')
    expect((await firstRow({ latest: 'keyed' })).latestMessage).not.toHaveProperty('sentAt')
    expect(await firstRow({ conversationUrn: 'absent' })).not.toHaveProperty('conversationUrn')
    expect((await firstRow({ conversationUrn: 'backend' })).conversationUrn).toMatch(
      /^urn:li:messagingThread:/,
    )
    expect((await firstRow({ profile: 'digits' })).participants[0].profileId).toMatch(/^\d+$/)
    expect((await firstRow({ profile: 'slug' })).participants[0].profileId).not.toMatch(/^ACoAA/)
    expect(await firstRow({ extras: 'some' })).toHaveProperty('metadata')
  })

  it('leave out or twist fields of messages', async () => {
    expect(await firstMessage({ sentAt: 'zero' })).toHaveProperty('sentAt', 0)
    expect(await firstMessage({ sentAt: 'absent' })).not.toHaveProperty('sentAt')
    expect(await firstMessage({ sender: 'senderId' })).toHaveProperty('senderId')
    expect(await firstMessage({ sender: 'none' })).not.toHaveProperty('senderProfileId')
    expect((await firstMessage({ sender: 'object' })).sender).toHaveProperty('profileUrl')
    expect(await firstMessage({ senderName: 'absent' })).not.toHaveProperty('senderName')
    expect(await firstMessage({ hasAttachment: 'absent' })).not.toHaveProperty('hasAttachment')
    expect(await firstMessage({ mailbox: 'backend' })).not.toHaveProperty('messageUrn')
    expect((await firstMessage({ mailbox: 'sample' })).messageUrn).toContain(' ')
    expect(await firstMessage({ attachments: 'null' })).toHaveProperty('attachments', null)
    expect((await firstMessage({ owner: 'lying' })).isSentByOwner).toBe(
      !(await firstMessage({})).isSentByOwner,
    )
  })

  it('give one message under two mailbox prefixes', async () => {
    const sandbox = await started({ wire: { mailbox: 'both' } })
    const page = await json(messages(sandbox, firstOf(sandbox).conversation))
    const [one, two] = page.messages
    expect(one.messageUrn).not.toBe(two.messageUrn)
    expect(keyIn(one.messageUrn)).toBe(keyIn(two.messageUrn))
  })

  it('wrap the accounts', async () => {
    for (const form of ['accounts', 'data'] as const) {
      const sandbox = await started({ wire: { accounts: form } })
      expect((await json(call(sandbox, 'GET', '/accounts')))[form]).toHaveLength(2)
    }
  })

  it('give attachments with an https address', async () => {
    const sandbox = await started({ conversations: 60 })
    const c = sandbox.world.conversations().find((x) => x.thread.all().some((m) => m.attachments.length > 0))
    if (!c) throw new Error('No attachment in this world')
    const rows: Loose[] = (await json(messages(sandbox, c, { count: '100' }))).messages
    const [file] = rows.find((m) => m.hasAttachment).attachments
    expect(file.url).toMatch(/^https:\/\/www\.linkedin\.com\/dms\/prv\//)
  })
})

describe.each(['legacy', 'mixed'] as const)('the %s dialect', (dialect) => {
  it('loses nothing: every thread and message can still be found by its key', async () => {
    const sandbox = await started({ dialect, conversations: 30, messagesPerConversation: 25 })
    const { accountId } = firstOf(sandbox)
    const keys = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer: Loose = await json(
        list(sandbox, accountId, { count: '4', ...(cursor ? { nextCursor: cursor } : {}) }),
      )
      const page: Loose = answer.data ?? answer
      for (const row of page.conversations)
        keys.add(keyIn((row.conversationUrn ?? row.conversationId).replace(/^.*,/, '')))
      cursor = page.nextCursor
    }
    expect(keys).toEqual(new Set(sandbox.world.conversations(accountId).map((c) => c.key)))
    const { conversation } = firstOf(sandbox)
    const seen = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer: Loose = await json(
        messages(sandbox, conversation, { count: '6', ...(cursor ? { cursor } : {}) }),
      )
      const page: Loose = answer.data ?? answer
      for (const row of page.messages) seen.add(keyIn((row.messageUrn ?? row.messageId).replace(/^.*,/, '')))
      cursor = page.cursor
    }
    expect(seen).toEqual(new Set(conversation.thread.all().map((m) => m.key)))
    expect(sandbox.violations()).toEqual([])
  })

  it('is repeatable', async () => {
    const answers = []
    for (let i = 0; i < 2; i++) {
      const sandbox = await started({ dialect })
      const { accountId, conversation } = firstOf(sandbox)
      answers.push([await json(list(sandbox, accountId)), await json(messages(sandbox, conversation))])
    }
    expect(answers[0]).toEqual(answers[1])
  })
})
