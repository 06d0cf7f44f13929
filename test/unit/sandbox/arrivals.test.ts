import { describe, expect, it } from 'vitest'
import { firstOf, json, type Loose, list, messages, started } from './client'

describe('an arrival', () => {
  it('moves the conversation to the top, unread', async () => {
    const sandbox = await started()
    const { accountId } = firstOf(sandbox)
    const last = sandbox.world.conversations(accountId).at(-1)
    if (!last) throw new Error('No conversation')
    const { messageKey } = sandbox.receive({ conversation: last.key, text: 'Are you there?' })
    const [row] = (await json(list(sandbox, accountId))).conversations
    expect(row).toMatchObject({
      conversationUrn: last.urn,
      unreadCount: last.unreadCount,
      latestMessage: { text: 'Are you there?' },
    })
    expect(last.unreadCount).toBeGreaterThan(0)
    const rows: Loose[] = (await json(messages(sandbox, last))).messages
    expect(rows[0].messageUrn).toContain(messageKey)
  })

  it('of somebody new makes a conversation of the asked account', async () => {
    const sandbox = await started()
    const owen = sandbox.world.accounts[1]?.id ?? ''
    const before = sandbox.world.conversations(owen).length
    const arrival = sandbox.receive({ accountId: owen, newConversation: true })
    expect(arrival.text).not.toBe('')
    expect(sandbox.world.conversations(owen)).toHaveLength(before + 1)
  })

  it('with an old send time takes its place in the past and leaves the order of the list alone', async () => {
    const sandbox = await started({ messagesPerConversation: 10 })
    const { conversation } = firstOf(sandbox)
    const { lastActivityAt } = conversation
    const sentAt = (conversation.thread.at(4)?.sentAt ?? 0) + 1
    sandbox.receive({ conversation: conversation.key, text: 'late', sentAt })
    expect(conversation.thread.at(4)?.text).toBe('late')
    expect(conversation.lastActivityAt).toBe(lastActivityAt)
  })
})

describe('elsewhere', () => {
  it('a recalled message is missing from later pages', async () => {
    const sandbox = await started({ messagesPerConversation: 6 })
    const { conversation } = firstOf(sandbox)
    const { messageKey } = sandbox.receive({ conversation: conversation.key })
    expect(sandbox.recall(messageKey)).toBe(true)
    expect((await json(messages(sandbox, conversation))).messages).toHaveLength(6)
    expect(sandbox.recall(messageKey)).toBe(false)
  })

  it('read, unread and answers of the owner show in the list', async () => {
    const sandbox = await started()
    const { conversation } = firstOf(sandbox)
    sandbox.unreadElsewhere(conversation.key)
    expect(conversation.unreadCount).toBe(1)
    sandbox.readElsewhere(conversation.key)
    expect(conversation.unreadCount).toBe(0)
    sandbox.receive({ conversation: conversation.key })
    sandbox.writeElsewhere(conversation.key, 'From my phone')
    expect(conversation.unreadCount).toBe(0)
    expect(conversation.thread.at(0)).toMatchObject({ sender: 'owner', text: 'From my phone' })
    expect(sandbox.deliveries()).toEqual([])
  })

  it('traffic keeps arriving until it is stopped', async () => {
    const sandbox = await started()
    const count = () => sandbox.world.conversations().reduce((sum, c) => sum + c.thread.length, 0)
    const before = count()
    const stop = sandbox.startTraffic({ everyMs: 10 })
    await new Promise((resolve) => setTimeout(resolve, 120))
    stop()
    const after = count()
    expect(after).toBeGreaterThan(before)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(count()).toBe(after)
  })
})
