import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox'
import type { Conversation } from '../../sandbox/world/types'
import { firstOf, json, type Loose, list, messages, salesNavOf, started } from './client'

async function wholeList(sandbox: Sandbox, accountId: string): Promise<Loose[]> {
  const rows: Loose[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: Record<string, string> = cursor ? { nextCursor: cursor } : {}
    const page: Loose = await json(list(sandbox, accountId, { count: '7', ...query }))
    rows.push(...page.conversations)
    cursor = page.nextCursor
  }
  return rows
}

async function wholeThread(sandbox: Sandbox, c: Conversation, count: string): Promise<Loose[]> {
  const rows: Loose[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Loose = await json(messages(sandbox, c, { count, ...(cursor ? { cursor } : {}) }))
    rows.push(...page.messages)
    expect(page.hasMore).toBe(page.cursor !== null)
    cursor = page.cursor
  }
  return rows
}

describe('the conversation list', () => {
  it('gives every conversation of the account once, newest activity first', async () => {
    const sandbox = await started({ conversations: 50 })
    const { accountId } = firstOf(sandbox)
    const rows = await wholeList(sandbox, accountId)
    expect(rows.map((r) => r.conversationId)).toEqual(
      sandbox.world.conversations(accountId).map((c) => c.key),
    )
    expect(sandbox.violations()).toEqual([])
  })

  it('gives 20 rows by default and no more than the server cap', async () => {
    const sandbox = await started({ conversations: 100, pageCap: 12 })
    const open = await started({ conversations: 100 })
    expect((await json(list(open, firstOf(open).accountId))).conversations).toHaveLength(20)
    expect(
      (await json(list(sandbox, firstOf(sandbox).accountId, { count: '50' }))).conversations,
    ).toHaveLength(12)
  })

  it('marks Sales Navigator threads as the contract says', async () => {
    const sandbox = await started({ conversations: 40 })
    const c = salesNavOf(sandbox)
    const rows = await wholeList(sandbox, c.accountId)
    const row = rows.find((r) => r.conversationId === c.key)
    expect(row).toMatchObject({
      conversationUrn: `urn:li:salesNav_thread:${c.key}`,
      source: 'sales_navigator',
      salesNavThreadId: c.key,
    })
  })
})

describe('the messages of a thread', () => {
  it('page to the very first message without loss or repetition', async () => {
    const sandbox = await started({ conversations: 2, messagesPerConversation: 137 })
    const { conversation } = firstOf(sandbox)
    const rows = await wholeThread(sandbox, conversation, '10')
    expect(rows.map((r) => r.sentAt)).toEqual(conversation.thread.all().map((m) => m.sentAt))
    expect(sandbox.violations()).toEqual([])
  })

  it('are never split between two pages when they share a millisecond', async () => {
    const sandbox = await started({ conversations: 2, messagesPerConversation: 8 })
    const { conversation } = firstOf(sandbox)
    const { sentAt } = sandbox.receive({ conversation: conversation.key, text: 'one' })
    for (const text of ['two', 'three']) sandbox.receive({ conversation: conversation.key, text, sentAt })
    expect(await wholeThread(sandbox, conversation, '2')).toHaveLength(11)
  })

  it('of a 5,000-message thread page in a few seconds', async () => {
    const sandbox = await started({ conversations: 2, messagesPerConversation: 5000 })
    const { conversation } = firstOf(sandbox)
    const before = performance.now()
    expect(await wholeThread(sandbox, conversation, '100')).toHaveLength(5000)
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('newer than `since` come alone, that millisecond only when the option says so', async () => {
    for (const sinceInclusive of [false, true]) {
      const sandbox = await started({ messagesPerConversation: 20, sinceInclusive })
      const { conversation } = firstOf(sandbox)
      const since = conversation.thread.at(5)?.sentAt ?? 0
      const page = await json(messages(sandbox, conversation, { since: String(since) }))
      expect(page.messages).toHaveLength(sinceInclusive ? 6 : 5)
      expect(page.hasMore).toBe(false)
    }
  })

  it('more than a page since then lead on by the cursor', async () => {
    const sandbox = await started({ messagesPerConversation: 30 })
    const { conversation } = firstOf(sandbox)
    const since = String(conversation.thread.at(9)?.sentAt)
    const first = await json(messages(sandbox, conversation, { since, count: '5' }))
    const second = await json(messages(sandbox, conversation, { since, count: '5', cursor: first.cursor }))
    expect([first.hasMore, second.hasMore]).toEqual([true, false])
    expect([...first.messages, ...second.messages]).toHaveLength(9)
  })

  it('can be read of a Sales Nav thread and under another mailbox prefix', async () => {
    const sandbox = await started({ conversations: 40 })
    const { conversation } = firstOf(sandbox)
    const other = conversation.people[0]?.profileId ?? ''
    const urn = conversation.urn.replace(/ACoAA[\w-]+/, other)
    expect((await messages(sandbox, { ...conversation, urn })).status).toBe(200)
    expect((await messages(sandbox, salesNavOf(sandbox))).status).toBe(200)
    expect(sandbox.violations()).toEqual([])
  })

  it('that wait for a LinkedIn round trip show with sync=true and from then on', async () => {
    const sandbox = await started()
    const { conversation } = firstOf(sandbox)
    const since = String(conversation.lastActivityAt)
    sandbox.receive({ conversation: conversation.key, text: 'late', awaitsSync: true })
    const texts = async (sync: string) =>
      (await json(messages(sandbox, conversation, { since, sync }))).messages.map((m: Loose) => m.text)
    expect(await texts('false')).toEqual([])
    expect(await texts('true')).toEqual(['late'])
    expect(await texts('false')).toEqual(['late'])
  })
})
