import Dexie from 'dexie'
import { expect, test, vi } from 'vitest'
import type { StorageTrouble } from '../../../lib/domain/storageTrouble.ts'
import { saveDraft } from '../../../lib/store/intents/drafts.ts'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { pullAll } from '../../../lib/sync/pullAll.ts'
import { restoreConnection } from '../../../lib/sync/restoreConnection.ts'
import { createSteadyRunner } from '../../../lib/sync/steadyRunner.ts'
import { readFull } from '../../../lib/sync/storageTrouble.ts'
import { makeDisk } from '../../fixtures/makeDisk.ts'
import { type Harness, makeHarness } from '../harness.ts'
import { until } from '../patience.ts'

const MINUTE = 60_000

/** The harness with the runner of the worker over it; `hasKey` says whether a key is kept. */
async function steady(kept = { key: true }) {
  const harness = await makeHarness({ accounts: 1, conversations: 8, unread: 2 })
  await harness.connected()
  let tended = 0
  const runner = createSteadyRunner({
    sync: harness.sync,
    runner: {
      poll: () => pullAll(harness.sync, 'background'),
      now: () => pullAll(harness.sync, 'waiting'),
    },
    restore: () => restoreConnection(harness.sync, async () => kept.key),
    afterwards: async () => void tended++,
  })
  const lostAt = () => harness.sync.memo.get('storageLostAt') as Promise<StorageTrouble['lostAt']>
  return { harness, runner, lostAt, tended: () => tended }
}

const told = (harness: Harness) => harness.arrivals.map((message) => message.text)

/** What the cache holds of each conversation, for comparing. */
async function cacheOf(harness: Harness) {
  const rows = await listConversations(harness.db, { filter: 'all', accountId: null, limit: 100 })
  return Promise.all(
    rows.map(async ({ id, title, unread }) => ({ id, title, unread, texts: await harness.textsOf(id) })),
  )
}

test('a disk that is full is noted, polled with growing pauses, and forgotten with the first run that fits; every message comes, told once', async () => {
  const disk = makeDisk()
  const { harness, runner, tended } = await steady()
  harness.sandbox.receive({ text: 'While it was full' })
  disk.full = true
  await expect(runner.poll()).rejects.toThrow()
  expect(await readFull(harness.sync)).toMatchObject({ failures: 1 })

  // Not before its time, though what else a run brings about is still done.
  harness.sandbox.clearRecorder()
  await runner.poll()
  expect(harness.sandbox.requests()).toEqual([])
  expect(tended()).toBe(1)
  harness.clock.ahead += MINUTE + 1
  await expect(runner.poll()).rejects.toThrow()
  expect(await readFull(harness.sync)).toMatchObject({ failures: 2 })
  harness.clock.ahead += MINUTE + 1
  harness.sandbox.clearRecorder()
  await runner.poll()
  expect(harness.sandbox.requests()).toEqual([])
  expect(told(harness)).toEqual([])

  // What the user asks for is tried at any time.
  disk.full = false
  await runner.now()
  expect(await readFull(harness.sync)).toBeNull()
  expect(told(harness)).toEqual(['While it was full'])
  await runner.poll()
  expect(told(harness)).toEqual(['While it was full'])
})

test('the note of a full disk outlives the worker', async () => {
  const disk = makeDisk()
  const { harness, runner } = await steady()
  disk.full = true
  harness.sandbox.receive({ text: 'x' })
  await expect(runner.now()).rejects.toThrow()
  harness.restart()
  expect(await readFull(harness.sync)).toMatchObject({ failures: 1 })
})

test('a disk that was only full of what is long gone is not full at the next run', async () => {
  const disk = makeDisk()
  const { harness, runner } = await steady()
  disk.full = true
  disk.onCompact = () => {
    disk.full = false
  }
  harness.sandbox.receive({ text: 'Fits after all' })
  await expect(runner.poll()).rejects.toThrow()
  harness.clock.ahead += MINUTE + 1
  await runner.poll()
  expect(await readFull(harness.sync)).toBeNull()
  expect(told(harness)).toEqual(['Fits after all'])
})

test('a database that is deleted under the worker is imported anew with the key that is kept, silently, and told of', async () => {
  const { harness, runner, lostAt } = await steady()
  harness.sandbox.receive({ text: 'Before' })
  await runner.poll()
  const before = await cacheOf(harness)
  expect(told(harness)).toEqual(['Before'])
  expect(await lostAt()).toBeUndefined()

  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  await Dexie.delete(harness.db.name)
  harness.sandbox.receive({ text: 'Between' })
  await runner.poll()
  await runner.poll()
  const after = await cacheOf(harness)
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  expect(after.flatMap(({ texts }) => texts)).toContain('Between')
  expect(await lostAt()).toEqual(expect.any(Number))
  // What was there when it was imported is old news.
  expect(told(harness)).toEqual(['Before'])
  harness.sandbox.receive({ text: 'After' })
  await runner.poll()
  expect(told(harness)).toEqual(['Before', 'After'])
})

test('a database that is deleted in the middle of a run: the run ends, the next one brings everything', async () => {
  const { harness, runner } = await steady()
  const before = (await cacheOf(harness)).map(({ id }) => id).sort()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  harness.sandbox.fault({ route: 'GET /conversations', effect: { delayMs: 300 } })
  harness.sandbox.clearRecorder()
  const run = runner.poll().catch(() => undefined)
  await until(() => harness.sandbox.requests().length > 0)
  await Dexie.delete(harness.db.name)
  await run
  await runner.poll()
  await runner.poll()
  expect((await cacheOf(harness)).map(({ id }) => id).sort()).toEqual(before)
  expect(told(harness)).toEqual([])
})

test('an empty database without a key is a first run, not a loss', async () => {
  const kept = { key: false }
  const { harness, runner, lostAt } = await steady(kept)
  await Promise.all(harness.db.tables.map((table) => table.clear()))
  harness.sandbox.clearRecorder()
  await runner.poll()
  expect(harness.sandbox.requests()).toEqual([])
  expect(await lostAt()).toBeUndefined()
})

test.each(['accounts', 'conversations', 'messages', 'spans'] as const)(
  'rows of %s that broke on the disk are fetched again, the rest stays, and nobody is told twice',
  async (table) => {
    const { harness, runner } = await steady()
    harness.sandbox.receive({ text: 'New before it broke' })
    await runner.poll()
    const before = await cacheOf(harness)
    const drafted = before[0]?.id ?? ''
    await saveDraft(harness.db, drafted, 'Half a thought', 1)
    const native = harness.db.backendDB()
    const transaction = native.transaction(table, 'readwrite')
    const store = transaction.objectStore(table)
    const rows = store.getAll()
    rows.onsuccess = () => {
      const field = { accounts: 'import', conversations: 'title', messages: 'text', spans: 'to' }[table]
      for (const row of rows.result) store.put({ ...row, [field]: false })
    }
    await new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
    await cacheOf(harness)
    await harness.db.accounts.toArray()
    // The list of accounts is read every ten minutes.
    for (let run = 0; run < 4; run++) {
      harness.clock.ahead += 11 * MINUTE
      await runner.poll()
    }
    const after = await cacheOf(harness)
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(after.toSorted(byId)).toEqual(before.toSorted(byId))
    expect(told(harness)).toEqual(['New before it broke'])
    expect(await harness.db.drafts.toArray()).toMatchObject([{ text: 'Half a thought' }])
  },
)
