import { describe, expect, it } from 'vitest'
import { call, encoded, firstOf, json, list, messages, started } from './client'

describe('accounts', () => {
  it('come as a bare array with status of each by id', async () => {
    const sandbox = await started()
    const rows = await json(call(sandbox, 'GET', '/accounts'))
    expect(rows.map((r: { firstName: string }) => r.firstName)).toEqual(['Mara', 'Owen'])
    const owen = await json(call(sandbox, 'GET', `/account/${rows[1].id}/status`))
    expect(owen).toMatchObject({ id: rows[1].id, hasTokens: true, linkedinPlan: { hasSalesNavigator: true } })
    const status = await json(call(sandbox, 'GET', '/account/status', { query: { accountId: rows[0].id } }))
    expect(status).toMatchObject({ status: 'AVAILABLE', linkedinPlan: { hasSalesNavigator: false } })
  })

  it('that need attention fail where LinkedIn is asked, not where the database answers', async () => {
    const sandbox = await started()
    const { accountId, conversation } = firstOf(sandbox)
    sandbox.setAccountStatus(accountId, { status: 'ERROR', hasTokens: false })
    expect((await messages(sandbox, conversation, { sync: 'true' })).status).toBe(400)
    expect((await messages(sandbox, conversation)).status).toBe(200)
    expect(sandbox.violations()).toEqual([])
  })

  it('can join and leave; asking for one that left is a plain 404', async () => {
    const sandbox = await started()
    const { accountId, conversation } = firstOf(sandbox)
    const { id } = sandbox.addAccount({ name: 'Nils Okonjo' })
    expect((await json(list(sandbox, id))).conversations).toEqual([])
    sandbox.removeAccount(accountId)
    expect((await list(sandbox, accountId)).status).toBe(404)
    expect((await messages(sandbox, conversation)).status).toBe(404)
    expect(sandbox.violations()).toEqual([])
  })

  it('without history show an empty list until the sync was asked for, and progress meanwhile', async () => {
    const sandbox = await started({ conversations: 40 })
    const { accountId } = firstOf(sandbox)
    sandbox.setInitialSync(accountId, { durationMs: 300 })
    const size = async () => (await json(list(sandbox, accountId, { count: '100' }))).conversations.length
    const state = async () =>
      (await json(call(sandbox, 'GET', '/conversations/sync/status', { query: { accountId } }))).accounts[0]
        .syncState
    expect(await size()).toBe(0)
    expect(await state()).toMatchObject({
      initialSyncCompleted: false,
      syncInProgress: false,
      lastSyncAt: null,
    })
    const running = json(call(sandbox, 'POST', '/conversations/sync', { body: { accountId } }))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await state()).toMatchObject({ initialSyncCompleted: false, syncInProgress: true })
    expect(await running).toMatchObject({ success: true, conversationsProcessed: 20 })
    expect(await size()).toBe(20)
    expect(await state()).toMatchObject({ initialSyncCompleted: true, totalConversations: 20 })
  })

  it('are those of the workspace whose key asks; one of another workspace is a mistake, one that left a plain 404', async () => {
    const sandbox = await started({ accounts: 3 })
    const [a = '', b = '', c = ''] = sandbox.world.accounts.map(({ id }) => id)
    const { key } = sandbox.openWorkspace('other', [b, c])
    const headers = { Authorization: `Bearer ${key}` }
    const ids = async () =>
      (await json(call(sandbox, 'GET', '/accounts', { headers }))).map((r: { id: string }) => r.id)
    const listOf = (accountId: string) =>
      call(sandbox, 'GET', '/conversations', { query: { accountId }, headers })
    expect(await ids()).toEqual([b, c])
    expect((await listOf(b)).status).toBe(200)
    sandbox.unshare(c, 'other')
    expect(await ids()).toEqual([b])
    expect((await listOf(c)).status).toBe(404)
    expect(sandbox.violations()).toEqual([])
    const foreign = sandbox.world.conversations(a).find(({ channel }) => channel === 'inbox')
    const star = `/conversations/${encoded(foreign?.urn ?? '')}/star`
    expect((await call(sandbox, 'PATCH', star, { headers })).status).toBe(400)
    expect((await listOf(a)).status).toBe(400)
    expect(sandbox.violations().map(({ kind }) => kind)).toEqual(['foreign-conversation', 'unknown-account'])
    expect(sandbox.requests().at(-1)).toMatchObject({ workspace: 'other', headers: { authorization: 'ok' } })
  })
})
