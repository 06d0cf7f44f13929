import { expect, test } from 'vitest'
import { commitAccountOff } from '../../../lib/store/commits/commitAccounts.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { connect } from '../../../lib/sync/connect.ts'
import { makeHarness } from '../harness.ts'

/** Connected with the key of one workspace; another one shares its second account. */
async function twoWorkspaces() {
  const harness = await makeHarness({ accounts: 3, conversations: 9, messagesPerConversation: 2 })
  const { sandbox } = harness
  const [a = '', b = '', c = ''] = sandbox.world.accounts.map(({ id }) => id)
  const one = sandbox.openWorkspace('one', [a, b]).key
  const two = sandbox.openWorkspace('two', [b, c]).key
  await harness.connect(one)
  await harness.pull()
  const known = async () => new Set((await harness.db.accounts.toArray()).map(({ id }) => id))
  const rowsOf = (id: string) => harness.db.conversations.where('accountId').equals(id).count()
  return { harness, sandbox, a, b, c, one, two, known, rowsOf }
}

test('a key of another workspace takes its accounts along; an account of both keeps its rows', async () => {
  const { harness, a, b, c, two, known, rowsOf } = await twoWorkspaces()
  const kept = await rowsOf(b)
  await harness.connect(two)
  expect(await known()).toEqual(new Set([b, c]))
  expect({ a: await rowsOf(a), b: await rowsOf(b) }).toEqual({ a: 0, b: kept })
  await harness.pull()
  expect(await rowsOf(c)).toBe(3)
  expect(harness.arrivals).toEqual([])
})

test.each(['before', 'after'])(
  'cut off %s the key changed, no account is known that the key in use does not reach, and the next run finds the others',
  async (moment) => {
    const { harness, sandbox, a, b, c, two, known } = await twoWorkspaces()
    const died = new Error('The worker died')
    await expect(
      connect(harness.syncWith(two), {
        async keep() {
          if (moment === 'after') harness.keepKey(two)
          throw died
        },
        alone: (work) => work(),
      }),
    ).rejects.toBe(died)
    expect(await known()).toEqual(new Set([b]))
    harness.restart()
    await harness.pull('background')
    expect(await known()).toEqual(new Set(moment === 'after' ? [b, c] : [a, b]))
    await harness.pull('background')
    expect(sandbox.violations()).toEqual([])
  },
)

test('a key that does not work changes nothing', async () => {
  const { harness, a, b, known, rowsOf } = await twoWorkspaces()
  await expect(harness.connect('no-such-key')).rejects.toMatchObject({ kind: 'keyRejected' })
  expect(await known()).toEqual(new Set([a, b]))
  expect(await rowsOf(a)).toBe(3)
})

test('a run that is under way while the key changes brings nothing of the earlier key back', async () => {
  const { harness, sandbox, b, c, two, known, rowsOf, a } = await twoWorkspaces()
  harness.clock.ahead = 11 * 60_000
  sandbox.fault({ route: 'GET /accounts', effect: { delayMs: 150 } })
  const run = harness.runner().poll()
  await expect.poll(() => sandbox.requests({ route: 'GET /accounts' }).length).toBe(2)
  await harness.connect(two)
  await run
  expect(await known()).toEqual(new Set([b, c]))
  expect(await rowsOf(a)).toBe(0)
  expect(sandbox.violations()).toEqual([])
})

test('a page of the list that comes in after its account left stores nothing', async () => {
  const { harness, sandbox, a, rowsOf } = await twoWorkspaces()
  sandbox.receive({ accountId: a, text: 'Too late' })
  sandbox.fault({ route: 'GET /conversations', accountId: a, effect: { delayMs: 150 } })
  const run = harness.pull('background')
  await expect
    .poll(() => sandbox.requests({ route: 'GET /conversations', accountId: a }).at(-1)?.status)
    .toBe(null)
  sandbox.unshare(a, 'one')
  harness.clock.ahead = 11 * 60_000
  await harness.pull('background')
  await run
  expect(await rowsOf(a)).toBe(0)
  expect(harness.arrivals).toEqual([])
})

test('an account joins, leaves, and comes back: imported silently each time, what the user made still there', async () => {
  const { harness, sandbox, a, b, c, known, rowsOf } = await twoWorkspaces()
  const row = await harness.db.conversations.where('accountId').equals(a).first()
  const id = row?.id ?? ''
  await harness.db.drafts.put({ conversationId: id, text: 'Half a thought', updatedAt: 1 })
  const later = async () => {
    harness.clock.ahead += 11 * 60_000
    await harness.pull('background')
    await harness.pull('background')
  }
  sandbox.share(c, 'one')
  sandbox.unshare(a, 'one')
  await later()
  expect(await known()).toEqual(new Set([b, c]))
  expect({ a: await rowsOf(a), c: await rowsOf(c) }).toEqual({ a: 0, c: 3 })
  sandbox.receive({ accountId: a, text: 'While you were away' })
  sandbox.share(a, 'one')
  await later()
  expect(await rowsOf(a)).toBe(3)
  expect((await harness.db.drafts.get(id))?.text).toBe('Half a thought')
  expect(harness.arrivals).toEqual([])
})

test('an account that is switched off leaves the cache and is asked nothing; switched on, it is imported silently', async () => {
  const { harness, sandbox, a, rowsOf } = await twoWorkspaces()
  await saveSetting(harness.db, 'accountsOff', [a])
  await harness.pull('background')
  expect(await rowsOf(a)).toBe(0)
  expect(await harness.db.messages.filter((row) => row.conversationId.startsWith(a)).count()).toBe(0)
  expect(await harness.db.freshness.get(a)).toBeUndefined()
  sandbox.clearRecorder()
  sandbox.receive({ accountId: a, text: 'Anybody there?' })
  await harness.pull('background')
  expect(sandbox.requests({ accountId: a })).toEqual([])
  await saveSetting(harness.db, 'accountsOff', [])
  await harness.pull('background')
  expect(await rowsOf(a)).toBe(3)
  expect(harness.arrivals).toEqual([])
})

test('an import that goes on while its account is switched off leaves no trace of a half of it', async () => {
  const { harness, a, rowsOf } = await twoWorkspaces()
  await commitAccountOff(harness.db, a)
  // What a run that was under way still writes.
  const account = await harness.db.accounts.get(a)
  await harness.db.accounts.update(a, { import: { ...account?.import, stage: 'messages' } as never })
  await commitAccountOff(harness.db, a)
  await harness.pull('background')
  expect(await rowsOf(a)).toBe(3)
})
