import { expect, test } from 'vitest'
import type { Account } from '../../sandbox/world/types.ts'
import { DIALECTS, expectTheWorld, inEachDialect, makeInbox, readAll } from './support.ts'

// Contradictions about accounts (contract 8): 17, 18, 19, 20.

const background = { lane: 'background' } as const

test.each(inEachDialect({ accounts: 'bare' }, { accounts: 'accounts' }, { accounts: 'data' }))(
  '8.17 account list: $said in the $dialect dialect lists every account',
  async ({ dialect, wire }) => {
    await expectTheWorld(await readAll(await makeInbox({ dialect, wire })))
  },
)

test.each(DIALECTS)(
  '8.17 account list: where there is none, the one account of its status is the list (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect, accounts: [{ name: 'Mara Lindqvist' }] })
    harness.sandbox.fault({ route: 'GET /accounts', times: 'always', effect: { status: 404 } })
    await readAll(harness)
    await expectTheWorld(harness)
    expect((await harness.db.accounts.toArray()).map((account) => account.name)).toEqual(['Mara Lindqvist'])
  },
)

test('8.17 account list: one that is missing for once takes no known account away', async () => {
  const harness = await makeInbox()
  await readAll(harness)
  harness.sandbox.fault({ route: 'GET /accounts', effect: { status: 404 } })
  harness.clock.ahead = 11 * 60_000
  await harness.pull()
  await expectTheWorld(harness)
  expect(await harness.db.accounts.count()).toBe(2)
})

test.each(DIALECTS)('8.18 account status verb: is asked with GET (%s dialect)', async (dialect) => {
  const harness = await makeInbox({ dialect })
  await harness.connect()
  harness.sandbox.clearRecorder()
  const accountId = harness.sandbox.world.accounts[0]?.id ?? ''
  await harness.sync.api.accountStatus({ accountId }, background)
  expect(harness.sandbox.requests().map(({ method, route }) => [method, route])).toEqual([
    ['GET', 'GET /account/:id/status'],
  ])
})

const STATUSES: [Partial<Pick<Account, 'status' | 'enabled' | 'hasTokens'>>, boolean][] = [
  [{ status: 'AVAILABLE' }, true],
  [{ status: 'IN_USE' }, true],
  [{ status: 'WARMUP' }, true],
  [{ status: 'UNKNOWN' }, true],
  [{ status: 'FREE' }, true],
  [{ status: 'PREMIUM' }, true],
  [{ status: 'SOMETHING_NEW' }, true],
  [{ status: 'ERROR' }, false],
  [{ enabled: false }, false],
  [{ hasTokens: false }, false],
]

test.each(DIALECTS)(
  '8.19 status values: only ERROR, not enabled and no tokens are unusable (%s dialect)',
  async (dialect) => {
    for (const [status, usable] of STATUSES) {
      const harness = await makeInbox({ dialect, conversations: 0 })
      await harness.connect()
      const accountId = harness.sandbox.world.accounts[0]?.id ?? ''
      harness.sandbox.setAccountStatus(accountId, status)
      const told = await harness.sync.api.accountStatus({ accountId }, background)
      expect(told, JSON.stringify(status)).toMatchObject({ usable })
      // The list of accounts does not tell of tokens.
      if (status.hasTokens === false) continue
      await harness.connect()
      expect(await harness.db.accounts.get(accountId), JSON.stringify(status)).toMatchObject({
        usable,
        health: { state: usable ? 'upToDate' : 'disconnected' },
      })
    }
  },
)

test.each(inEachDialect({ plan: 'full' }, { plan: 'nameOnly' }, { plan: 'absent' }))(
  '8.20 plan names: $said in the $dialect dialect, only one name is Sales Navigator',
  async ({ dialect, wire }) => {
    const harness = await makeInbox({ dialect, wire, conversations: 0 })
    await harness.connect()
    const accountId = harness.sandbox.world.accounts[0]?.id ?? ''
    for (const premiumType of ['SALES_NAVIGATOR', 'NON_PREMIUM', 'FREE', 'UNKNOWN', 'RECRUITER']) {
      const salesNavigator = premiumType === 'SALES_NAVIGATOR'
      harness.sandbox.setAccountStatus(accountId, { premiumType, salesNavigator })
      const { hasSalesNavigator } = await harness.sync.api.accountStatus({ accountId }, background)
      expect(hasSalesNavigator, premiumType).toBe(salesNavigator && wire.plan !== 'absent')
    }
  },
)

test.each(inEachDialect({ plan: 'full' }))(
  '8.20 plan names: the booleans are believed before the name ($dialect dialect)',
  async ({ dialect, wire }) => {
    const harness = await makeInbox({ dialect, wire })
    await harness.connect()
    const accountId = harness.sandbox.world.accounts[0]?.id ?? ''
    harness.sandbox.setAccountStatus(accountId, { premiumType: 'SALES_NAVIGATOR', salesNavigator: false })
    expect(await harness.sync.api.accountStatus({ accountId }, background)).toMatchObject({
      hasSalesNavigator: false,
    })
    harness.sandbox.setAccountStatus(accountId, { premiumType: 'NON_PREMIUM', salesNavigator: true })
    expect(await harness.sync.api.accountStatus({ accountId }, background)).toMatchObject({
      hasSalesNavigator: true,
    })
  },
)
