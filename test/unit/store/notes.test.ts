import { expect, test } from 'vitest'
import { noteQuarantined, noteRequests } from '../../../lib/store/commits/notes.ts'
import { lastQuarantined, lastRequests, rowCounts } from '../../../lib/store/queries/diagnostics.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

const request = (at: number) => ({
  at,
  method: 'GET',
  route: '/conversations',
  accountId: null,
  status: 200,
  ms: 1,
  failure: null,
})
const row = (at: number) => ({ at, accountId: null, route: '/conversations', reason: 'x' })

test('the ledger keeps the last 500 requests, give or take a few, newest first', async () => {
  const db = openDatabase()
  // One by one, and some together.
  for (let at = 1; at <= 640; at += 1 + (at % 4)) {
    await noteRequests(
      db,
      Array.from({ length: Math.min(1 + (at % 4), 641 - at) }, (_, i) => request(at + i)),
    )
  }
  const kept = (await lastRequests(db, 10_000)).map((one) => one.at)
  expect(kept.length).toBeGreaterThanOrEqual(500)
  expect(kept.length).toBeLessThan(550)
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => 640 - i))
})

test('rows of one answer that are bad for the same reason are one note, and counted each', async () => {
  const db = openDatabase()
  await noteQuarantined(db, [
    row(1),
    ...Array.from({ length: 50_000 }, () => row(2)),
    { ...row(2), reason: 'y' },
  ])
  await noteQuarantined(db, [row(3)])
  expect((await lastQuarantined(db, 9)).map(({ at, reason, count }) => [at, reason, count])).toEqual([
    [3, 'x', 1],
    [2, 'y', 1],
    [2, 'x', 50_000],
    [1, 'x', 1],
  ])
  expect((await rowCounts(db)).quarantine).toBe(50_003)
})

test('the quarantine keeps the last 200 rows, however many come at once', async () => {
  const db = openDatabase()
  const counts = [30, 150, 1, 450, 3]
  let at = 0
  for (const count of counts) {
    await noteQuarantined(
      db,
      Array.from({ length: count }, () => row(++at)),
    )
    expect(await db.quarantine.count()).toBe(Math.min(200, at))
  }
  expect((await lastQuarantined(db, 2)).map((one) => one.at)).toEqual([at, at - 1])
})
