import { describe, expect, it } from 'vitest'
import { call, encoded, firstOf, json, list, messages, salesNavOf, send, started } from './client'

describe('a send', () => {
  it('lands in the thread, in the list and in the record of deliveries, and clears unread', async () => {
    const sandbox = await started({ unread: 12 })
    const { accountId, conversation } = firstOf(sandbox)
    expect(conversation.unreadCount).toBeGreaterThan(0)
    const answer = await json(send(sandbox, conversation, 'Thursday it is.'))
    expect(answer).toMatchObject({ success: true, message: 'Message sent successfully' })
    expect(answer.sentMessage).toMatchObject({ text: 'Thursday it is.', isSentByOwner: true })
    const [newest] = (await json(messages(sandbox, conversation))).messages
    expect(newest.messageUrn).toBe(answer.sentMessage.messageUrn)
    const [row] = (await json(list(sandbox, accountId))).conversations
    expect(row).toMatchObject({
      conversationUrn: conversation.urn,
      unreadCount: 0,
      latestMessage: { text: 'Thursday it is.' },
    })
    expect(sandbox.deliveries(conversation.key).map((d) => d.text)).toEqual(['Thursday it is.'])
    expect(sandbox.violations()).toEqual([])
  })

  it('to a person without a thread starts one, to a person with a thread uses it', async () => {
    const sandbox = await started()
    const { accountId, conversation } = firstOf(sandbox)
    const to = (recipientProfileUrn: string) =>
      call(sandbox, 'POST', '/conversations/send', {
        body: { accountId, recipientProfileUrn, message: 'Hello' },
      })
    const before = sandbox.world.conversations(accountId).length
    await to(`urn:li:fsd_profile:${conversation.people[0]?.profileId}`)
    expect(sandbox.deliveries(conversation.key)).toHaveLength(1)
    await to('urn:li:fsd_profile:ACoAANew')
    expect(sandbox.world.conversations(accountId)).toHaveLength(before + 1)
  })

  it('over Sales Navigator is refused without a seat, and that is no mistake of the client', async () => {
    const sandbox = await started()
    const { accountId } = firstOf(sandbox)
    const body = {
      accountId,
      recipientProfileId: 'somebody',
      message: 'Hi',
      messagingChannel: 'sales_navigator',
    }
    expect((await call(sandbox, 'POST', '/conversations/send', { body })).status).toBe(400)
    expect(sandbox.violations()).toEqual([])
  })

  it('into a Sales Nav thread goes by its own endpoint', async () => {
    const sandbox = await started({ conversations: 40 })
    const { accountId, key } = salesNavOf(sandbox)
    const answer = await json(
      call(sandbox, 'POST', '/sales-nav/send', { body: { accountId, threadId: key, body: 'Hello there' } }),
    )
    expect(answer).toMatchObject({ success: true, threadId: key, accountId })
    expect(sandbox.deliveries(key).map((d) => d.messageKey)).toEqual([answer.messageId])
    await call(sandbox, 'POST', '/sales-nav/mark-read', { body: { accountId, threadId: key } })
    expect(sandbox.violations()).toEqual([])
  })
})

describe('marks', () => {
  it('seen, unread, star and unstar change the conversation', async () => {
    const sandbox = await started({ unread: 12 })
    const { accountId, conversation } = firstOf(sandbox)
    const patch = (word: string) =>
      json(call(sandbox, 'PATCH', `/conversations/${encoded(conversation.urn)}/${word}`))
    await call(sandbox, 'POST', '/messaging/mark-seen', {
      body: { accountId, conversationUrn: conversation.urn },
    })
    expect(conversation.unreadCount).toBe(0)
    expect(await patch('mark-unread')).toEqual({ success: true, conversationUrn: conversation.urn })
    expect(conversation.unreadCount).toBe(1)
    await patch('star')
    expect(conversation.starred).toBe(true)
    await patch('unstar')
    expect(conversation.starred).toBe(false)
    expect(sandbox.violations()).toEqual([])
  })

  it('all read concerns one account only', async () => {
    const sandbox = await started({ unread: 12 })
    const { accountId } = firstOf(sandbox)
    await call(sandbox, 'POST', '/messaging/mark-all-read', { body: { accountId } })
    const unread = sandbox.world.conversations().filter((c) => c.unreadCount > 0)
    expect(unread.length).toBeGreaterThan(0)
    expect(unread.every((c) => c.accountId !== accountId)).toBe(true)
  })
})
