import { describe, expect, it } from 'vitest'
import { background, failureOf, fetchOf, makeClient } from '../support/makeClient.ts'
import { serve } from '../support/serve.ts'

const list = async (body: unknown) => {
  const { api, seen } = makeClient('http://x', { fetch: fetchOf(body) })
  return { ...(await api.listAccounts(background)), seen }
}
const statusOf = (body: unknown) =>
  makeClient('http://x', { fetch: fetchOf(body) }).api.accountStatus({ accountId: 'a1' }, background)

describe('listAccounts', () => {
  const row = {
    id: 'a1',
    firstName: 'Mara',
    lastName: 'Lindqvist',
    publicId: 'mara',
    picture: null,
    status: 'AVAILABLE',
  }

  it.each([
    [[row]],
    [{ accounts: [row] }],
    [{ data: [row] }],
    [{ success: true, data: { accounts: [row] } }],
    [row],
  ])('reads %j', async (body) => {
    expect((await list(body)).accounts).toEqual([
      {
        id: 'a1',
        name: 'Mara Lindqvist',
        firstName: 'Mara',
        publicId: 'mara',
        picture: null,
        usable: true,
        hasSalesNavigator: false,
      },
    ])
  })

  it.each([
    [{ firstName: ' Mara ', lastName: '' }, 'Mara', 'Mara'],
    [{ name: 'Owen Achebe' }, 'Owen Achebe', 'Owen'],
    [{ publicId: 'owenachebe' }, 'owenachebe', 'owenachebe'],
    [{}, 'LinkedIn account', 'LinkedIn'],
  ])('names %j %s', async (names, name, firstName) => {
    expect((await list([{ id: 'a1', ...names }])).accounts).toMatchObject([{ name, firstName }])
  })

  it('has an account once though it is the caller’s own and shared', async () => {
    const { accounts } = await list([row, { ...row, id: 'b2' }, { ...row, firstName: 'Again' }])
    expect(accounts.map(({ id, firstName }) => [id, firstName])).toEqual([
      ['a1', 'Mara'],
      ['b2', 'Mara'],
    ])
  })

  it('takes no list for no answer, not for no accounts', async () => {
    const { api } = makeClient('http://x', { fetch: fetchOf({ success: true, accounts: null }) })
    expect(await failureOf(api.listAccounts(background))).toMatchObject({ kind: 'badResponse' })
    expect((await list({ accounts: [] })).accounts).toEqual([])
  })

  it('puts accounts without an id aside', async () => {
    const { accounts, rejected, seen } = await list([{ firstName: 'Nobody' }, 'x', row])
    expect(accounts).toHaveLength(1)
    expect(rejected).toBe(2)
    expect(seen.rejected.map((r) => r.reason)).toEqual(['account without id', 'account is not an object'])
  })

  it('takes the one account of /account/status where there is no list', async () => {
    const { baseUrl, received } = await serve((response, { url }) => {
      const known = url.endsWith('/account/status')
      response.writeHead(known ? 200 : 404).end(JSON.stringify(known ? row : { error: 'Not found' }))
    })
    const { api, seen } = makeClient(baseUrl)
    expect((await api.listAccounts(background)).accounts).toMatchObject([{ id: 'a1' }])
    expect(received.map((r) => r.url)).toEqual(['/linkedin/accounts', '/linkedin/account/status'])
    expect(seen.ledger.map((e) => [e.route, e.failure])).toEqual([
      ['/accounts', 'notFound'],
      ['/account/status', null],
    ])
  })

  it('does not look elsewhere for any other failure', async () => {
    const { api, seen } = makeClient('http://x', { fetch: fetchOf({}, { status: 403 }) })
    expect((await failureOf(api.listAccounts(background))).kind).toBe('subscriptionNeeded')
    expect(seen.ledger).toHaveLength(1)
  })
})

describe('accountStatus', () => {
  it.each([
    [{ status: 'AVAILABLE', enabled: true, hasTokens: true }, true],
    [{ status: 'IN_USE' }, true],
    [{ status: 'FREE' }, true],
    [{ status: 'SOMETHING_NEW' }, true],
    [{ status: 'ERROR' }, false],
    [{ status: 'error' }, false],
    [{ status: 'AVAILABLE', enabled: false }, false],
    [{ status: 'AVAILABLE', hasTokens: false }, false],
    [{ data: { id: 'a1', status: 'ERROR' } }, false],
  ])('%j is usable: %j', async (body, usable) => {
    expect(await statusOf(body)).toMatchObject({ usable })
  })

  it.each([
    [{ hasSalesNavigator: true, premiumType: 'NON_PREMIUM' }, true],
    [{ hasSalesNavigator: false, premiumType: 'SALES_NAVIGATOR' }, false],
    [{ premiumType: 'SALES_NAVIGATOR' }, true],
    [{ premiumType: 'UNKNOWN' }, false],
    [{}, false],
    [null, false],
  ])('the plan %j has Sales Navigator: %j', async (linkedinPlan, hasSalesNavigator) => {
    expect(await statusOf({ id: 'a1', linkedinPlan })).toMatchObject({ hasSalesNavigator })
  })

  it('is a bad response where nothing of a status is there', async () => {
    const { api } = makeClient('http://x', { fetch: fetchOf({ hello: 'world' }) })
    expect((await failureOf(api.accountStatus({ accountId: 'a1' }, background))).kind).toBe('badResponse')
  })
})
