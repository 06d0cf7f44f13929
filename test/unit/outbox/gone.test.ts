import { expect, test } from 'vitest'
import type { SendIntent } from '../../../lib/domain/intent.ts'
import { clearCacheTables } from '../../../lib/store/commits/clear.ts'
import { commitSent } from '../../../lib/store/commits/commitSend.ts'
import { setStarred } from '../../../lib/store/intents/marks.ts'
import { enqueueReply, sendAgain } from '../../../lib/store/intents/replies.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { refreshAccounts } from '../../../lib/sync/refreshAccounts.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { type Harness, makeHarness } from '../harness.ts'

const SENDS = { method: 'POST' } as const
const MINUTE = 60_000

async function twoAccounts() {
  const harness = await makeHarness({ accounts: 2, conversations: 6, messagesPerConversation: 3 })
  await harness.connected()
  const [accountId = ''] = harness.sandbox.world.accounts.map(({ id }) => id)
  const row = await harness.db.conversations.where({ accountId, channel: 'inbox' }).first()
  if (!row) throw new Error('The account has no conversation')
  const lose = () => harness.sandbox.unshare(accountId)
  const regain = () => harness.sandbox.share(accountId)
  const off = (...ids: string[]) => saveSetting(harness.db, 'accountsOff', ids)
  /** The next look at which accounts there are. */
  const look = async () => {
    harness.clock.ahead += 11 * MINUTE
    await harness.pull('background')
    await harness.pull('background')
  }
  return { harness, accountId, row, lose, regain, off, look }
}

const sendOf = async (harness: Harness, id: string) =>
  (await harness.db.outbox.get(id)) as SendIntent | undefined

const WAYS = ['removed from the key', 'switched off', 'left behind with its workspace'] as const

test.each(WAYS)(
  'a reply of an account that was %s is kept, says why, and goes out only when asked for, as itself',
  async (way) => {
    const { harness, accountId, row, lose, regain, off, look } = await twoAccounts()
    const { sandbox } = harness
    const other = sandbox.openWorkspace('other', [sandbox.world.accounts[1]?.id ?? ''])
    const intent = await enqueueReply(harness.db, row.id, 'Until tomorrow', harness.now())
    if (way === 'removed from the key') lose()
    if (way === 'switched off') await off(accountId)
    if (way === 'left behind with its workspace') await harness.connect(other.key)
    await look()
    sandbox.clearRecorder()
    for (let minutes = 0; minutes < 60; minutes += 5) {
      harness.clock.ahead += 5 * MINUTE
      await harness.outbox.drain()
    }
    expect(sandbox.requests(SENDS)).toEqual([])
    expect(await sendOf(harness, intent.id)).toMatchObject({
      state: 'failed',
      accountId,
      text: 'Until tomorrow',
      error: { kind: 'accountGone', text: expect.stringContaining('Bring it back in the settings') },
    })

    regain()
    await off()
    await harness.connect()
    await look()
    await harness.outbox.drain()
    expect(sandbox.requests(SENDS)).toEqual([])
    await sendAgain(harness.db, intent.id, harness.now())
    await harness.outbox.drain()
    expect(sandbox.deliveries()).toMatchObject([{ accountId, conversation: row.key, text: 'Until tomorrow' }])
    expect(await sendOf(harness, intent.id)).toBeUndefined()
  },
)

test('switched off a moment ago, with its rows still there, an account sends nothing more', async () => {
  const { harness, accountId, row, off } = await twoAccounts()
  const intent = await enqueueReply(harness.db, row.id, 'Too late', harness.now())
  await off(accountId)
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries()).toEqual([])
  expect((await sendOf(harness, intent.id))?.error?.kind).toBe('accountGone')
})

test('where nobody can look, a reply in doubt is not taken for missing; once its account is back, it is found', async () => {
  const { harness, row, lose, regain, look } = await twoAccounts()
  harness.sandbox.fault({ ...SENDS, effect: { deliverThen: 'reset' } })
  const intent = await harness.reply(row.id, 'Did it arrive')
  expect(await sendOf(harness, intent.id)).toMatchObject({ state: 'unconfirmed', misses: 0 })
  lose()
  await look()
  await harness.outbox.drain()
  await harness.outbox.drain()
  expect(await sendOf(harness, intent.id)).toMatchObject({ state: 'unconfirmed', misses: 0 })
  regain()
  await look()
  expect(await sendOf(harness, intent.id)).toBeUndefined()
  expect(await harness.shown(row.id, 'Did it arrive')).toBe(1)
})

test('a reply whose thread was only cleared from the cache waits for it and goes out', async () => {
  const { harness, row, look } = await twoAccounts()
  const intent = await enqueueReply(harness.db, row.id, 'Patience', harness.now())
  await clearCacheTables(harness.db)
  await harness.outbox.drain()
  expect(await sendOf(harness, intent.id)).toMatchObject({ state: 'queued' })
  // The accounts are known again, their conversations not yet.
  await refreshAccounts(harness.sync, 'waiting', 'now')
  harness.clock.ahead += MINUTE
  await harness.outbox.drain()
  expect(await sendOf(harness, intent.id)).toMatchObject({ state: 'queued' })
  await look()
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries().map(({ text }) => text)).toEqual(['Patience'])
})

test('a mark whose thread was cleared from the cache, or whose account is gone, waits', async () => {
  const { harness, row, lose, regain, look } = await twoAccounts()
  expect(harness.sandbox.world.conversation(row.key)?.starred).toBe(false)
  await setStarred(harness.db, row.id, true, harness.now())
  lose()
  await look()
  await harness.outbox.drain()
  expect(await harness.db.outbox.toArray()).toMatchObject([{ kind: 'star', state: 'queued' }])
  regain()
  await look()
  await clearCacheTables(harness.db)
  await harness.outbox.drain()
  await look()
  await harness.outbox.drain()
  expect(harness.sandbox.world.conversation(row.key)?.starred).toBe(true)
  expect(await harness.db.outbox.count()).toBe(0)
})

test('a reply answered after its thread left the cache is done, and leaves no message without a thread', async () => {
  const { harness, row } = await twoAccounts()
  const intent = await enqueueReply(harness.db, row.id, 'On its way', harness.now())
  await harness.db.outbox.update(intent.id, { state: 'sending' })
  await clearCacheTables(harness.db)
  await commitSent(harness.db, intent.id, makeReceived(harness.now(), { text: 'On its way' }))
  expect(await harness.db.outbox.count()).toBe(0)
  expect(await harness.db.messages.count()).toBe(0)
})
