import { expect, test } from 'vitest'
import { NO_POLICY, type Policy } from '../../../lib/domain/policy.ts'
import { readUserMade } from '../../../lib/store/backup/userMade.ts'
import { commitAccounts } from '../../../lib/store/commits/commitAccounts.ts'
import { keepPolicy } from '../../../lib/store/commits/keepPolicy.ts'
import { addFile, keepContent } from '../../../lib/store/intents/files.ts'
import { changeSetting, saveSetting } from '../../../lib/store/intents/settings.ts'
import { readChosen, readSettings } from '../../../lib/store/queries/settings.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { isTravelDue } from '../../../lib/store/travel/travelState.ts'
import { fetchMedia } from '../../../lib/sync/fetchMedia.ts'
import { findConversation } from '../../../lib/sync/findConversation.ts'
import { openConversation } from '../../../lib/sync/openConversation.ts'
import { forgetAccountsRead } from '../../../lib/sync/refreshAccounts.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { makeHarness } from '../harness.ts'

const policy = (change: Partial<Policy>): Policy => ({ ...NO_POLICY, ...change })

test('of an account that is not allowed nothing is ever read, and it cannot be switched on', async () => {
  const harness = await makeHarness({ conversations: 12, accounts: 2 })
  const { db, sandbox } = harness
  const [allowed, barred] = sandbox.world.accounts.map(({ id }) => id)
  if (!allowed || !barred) throw new Error('Two accounts were asked for')
  await keepPolicy(db, policy({ accounts: [allowed] }))
  await harness.connected()
  expect((await readSettings(db)).accountsOff).toEqual([barred])
  expect(await db.conversations.where('accountId').equals(barred).count()).toBe(0)
  expect(await db.conversations.where('accountId').equals(allowed).count()).toBeGreaterThan(0)
  expect(sandbox.requests({ accountId: barred })).toEqual([])
  await changeSetting(db, 'accountsOff', () => [])
  expect((await readSettings(db)).accountsOff).toEqual([barred])
})

test('an account that is not allowed any more leaves the cache, and comes back once it is', async () => {
  const harness = await makeHarness({ conversations: 12, accounts: 2 })
  const { db, sandbox } = harness
  await harness.connected()
  const [allowed, barred] = sandbox.world.accounts.map(({ id }) => id)
  const count = () =>
    db.conversations
      .where('accountId')
      .equals(barred ?? '')
      .count()
  const before = await count()
  expect(before).toBeGreaterThan(0)
  await keepPolicy(db, policy({ accounts: [allowed ?? ''] }))
  await harness.pull('background')
  expect(await count()).toBe(0)
  await keepPolicy(db, NO_POLICY)
  await harness.pull('background')
  expect(await count()).toBe(before)
})

test('an account that is not allowed any more leaves the cache also while the key is locked', async () => {
  const harness = await makeHarness({ conversations: 12, accounts: 2 })
  const { db, sandbox, sync } = harness
  await harness.connected()
  const [allowed = '', barred = ''] = sandbox.world.accounts.map(({ id }) => id)
  const count = (id: string) => db.conversations.where('accountId').equals(id).count()
  const before = await count(allowed)
  await keepPolicy(db, policy({ accounts: [allowed] }))
  harness.keepKey('')
  await forgetAccountsRead(sync)
  await harness.pull('background')
  expect([await count(allowed), await count(barred)]).toEqual([before, 0])
  expect((await db.accounts.get(allowed))?.health).toEqual({ state: 'locked' })
})

test('no request of an account that is not allowed leaves, whoever asks', async () => {
  const harness = await makeHarness({ conversations: 12, accounts: 2 })
  const { db, sandbox, sync } = harness
  await harness.connected()
  const [allowed = '', barred = ''] = sandbox.world.accounts.map(({ id }) => id)
  const thread = await db.conversations.where('accountId').equals(barred).first()
  await keepPolicy(db, policy({ accounts: [allowed] }))
  const before = sandbox.requests({ accountId: barred }).length
  const gone = { kind: 'accountGone', notDelivered: true }
  await expect(openConversation(sync, thread?.id ?? '')).rejects.toMatchObject(gone)
  await expect(findConversation(sync, barred, 'mira-example')).rejects.toMatchObject(gone)
  expect(sandbox.requests({ accountId: barred })).toHaveLength(before)
})

test('a policy that comes while accounts are being listed bars those it does not allow', async () => {
  const strangers = [makeAccount({ id: 'a' }), makeAccount({ id: 'b' })]
  const only = policy({ accounts: ['a'] })
  for (const first of ['policy', 'accounts']) {
    const db = openDatabase()
    const works = [() => keepPolicy(db, only), () => commitAccounts(db, strangers)]
    await Promise.all((first === 'policy' ? works : works.toReversed()).map((work) => work()))
    expect((await readSettings(db)).accountsOff).toEqual(['b'])
  }
})

test('what the user chooses is kept as they chose it, for when the policy ends', async () => {
  const db = openDatabase()
  await keepPolicy(db, policy({ keepMonths: 3, featuresOff: ['sync'] }))
  await saveSetting(db, 'travels', true)
  await changeSetting(db, 'keepMonths', () => 12)
  expect(await readSettings(db)).toMatchObject({ keepMonths: 3, travels: false })
  expect(await readChosen(db)).toMatchObject({ keepMonths: 12, travels: true })
  expect(await isTravelDue(db)).toBe(false)
  await keepPolicy(db, NO_POLICY)
  expect(await readSettings(db)).toMatchObject({ keepMonths: 12, travels: true })
})

test('a policy is nothing the user made: no backup takes it along', async () => {
  const db = openDatabase()
  await keepPolicy(db, policy({ keepMonths: 3 }))
  expect((await readUserMade(db)).settings).toEqual({})
})

test('where files are off, none is fetched and none goes out; the reply says why and can be edited', async () => {
  const harness = await makeHarness({ conversations: 6, accounts: 1 })
  await harness.connected()
  const { db, sandbox } = harness
  const row = await db.conversations.filter(({ channel }) => channel === 'inbox').first()
  if (!row) throw new Error('No conversation was imported')
  const facts = { name: 'one.png', mediaType: 'image/png', byteSize: 3 }
  const { id } = await addFile(db, row.id, facts, harness.now())
  await keepContent(db, id, new Uint8Array([1, 2, 3]).buffer)
  await keepPolicy(db, policy({ featuresOff: ['attachments'] }))
  await harness.reply(row.id, 'With a file')
  const [send] = await sendsOf(db, row.id)
  expect(send).toMatchObject({ state: 'failed', error: { kind: 'managed' } })
  expect(sandbox.requests({ route: 'POST /conversations/upload-attachment' })).toEqual([])
  await expect(fetchMedia(harness.sync, 'any', 0)).rejects.toMatchObject({ kind: 'managed' })
})
