import { expect, test } from 'vitest'
import { diagnosticReport } from '../../../lib/store/queries/diagnosticReport.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

const NOW = Date.UTC(2026, 1, 24, 12)
const PLACE = {
  now: NOW,
  version: '0.1.0',
  browser: 'Chromium',
  key: 'stored, open',
  storage: '1 MB of 1 GB',
}
/** Fields that hold one of our own words. */
const OWN_WORDS = new Set([
  'kind',
  'state',
  'stage',
  'shelf',
  'channel',
  'method',
  'route',
  'reason',
  'failure',
])

let planted = 0
/** A row whose every text is a canary, whatever field it stands in; fields of our own words aside. */
function poisoned<T>(row: T, keep: ReadonlySet<string> = OWN_WORDS): T {
  if (typeof row === 'string') return `canary-${++planted} secret name` as T
  if (Array.isArray(row)) return row.map((one) => poisoned(one, keep)) as T
  if (typeof row !== 'object' || row === null) return row
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    keep.has(name) ? value : poisoned(value, keep),
  ])
  return Object.fromEntries(entries) as T
}

async function poisonedStore() {
  const db = openDatabase()
  const account = poisoned(
    makeAccount({
      health: { state: 'error', reason: 'x', nextTryAt: NOW, failures: 2 },
      import: { stage: 'done', listed: 1, messagesDone: 1, messagesTotal: 1 },
    }),
  )
  // The API's own sentence is called a reason too.
  Object.assign(account.health, { reason: 'canary-0 said no' })
  const unpaid = poisoned(makeAccount({ position: 1 }))
  Object.assign(unpaid, { health: { state: 'subscriptionNeeded', reason: 'canary-0 has expired' } })
  const { id } = account
  await db.accounts.bulkAdd([account, unpaid])
  await db.conversations.add(poisoned(makeConversation({ accountId: id })))
  await db.messages.add(poisoned(makeMessage({ conversationId: 'x', text: 'x' })))
  await db.outbox.add(
    poisoned(makeSend({ conversationId: 'x', state: 'failed', error: { kind: 'refused', text: 'x' } })),
  )
  await db.drafts.add(poisoned({ conversationId: 'x', text: 'x', updatedAt: 0 }))
  await db.labels.add(poisoned({ id: 'x', name: 'x', hue: 1 }))
  await db.snippets.add(poisoned({ id: 'x', name: 'x', text: 'x' }))
  await db.freshness.add({ accountId: id, succeededAt: NOW, serverAt: NOW, missedUpTo: 0 })
  await db.settings.bulkAdd([
    { key: 'accountsOff', value: ['canary-off'] },
    { key: 'seenPolicy', value: { [id]: 'never' } },
    { key: 'canary-setting', value: 'canary' },
  ])
  const request = { at: NOW, method: 'GET', route: '/conversations', status: 200, ms: 12.4, failure: null }
  await db.ledger.bulkAdd([
    { ...request, accountId: id, id: 1 },
    { ...request, accountId: 'canary-gone', status: 401, failure: 'keyRejected', id: 2 },
    { ...request, accountId: null, id: 3 },
  ])
  await db.quarantine.add({
    at: NOW,
    accountId: id,
    route: '/conversations',
    reason: 'message without time',
    id: 1,
  })
  return { db, id }
}

test('a report from a store full of texts, names and ids holds none of them', async () => {
  const { db } = await poisonedStore()
  const report = JSON.stringify(await diagnosticReport(db, PLACE))
  expect(planted).toBeGreaterThan(30)
  expect(report).not.toMatch(/canary|secret|name"/i)
})

test('a report tells health, requests, counts, choices and versions', async () => {
  const { db } = await poisonedStore()
  const report = await diagnosticReport(db, PLACE)
  const iso = new Date(NOW).toISOString()
  expect(report).toMatchObject({
    madeAt: iso,
    version: '0.1.0',
    browser: 'Chromium',
    key: 'stored, open',
    storage: '1 MB of 1 GB',
    settings: { pollSeconds: 60, accountsOff: 1, seenPolicies: { never: 1 } },
    accounts: [
      { health: 'error', failures: 2, nextTry: iso, lastSuccess: iso, on: true, import: 'done' },
      { health: 'subscriptionNeeded', lastSuccess: null },
    ],
    rows: { accounts: 2, conversations: 1, messages: 1, ledger: 3 },
    outbox: { 'send failed refused': 1 },
    unreadable: [{ at: iso, route: '/conversations', reason: 'message without time' }],
  })
  expect(report.requests).toMatchObject([
    { account: null, status: 200 },
    { status: 401, failure: 'keyRejected' },
    { at: iso, request: 'GET /conversations', ms: 12 },
  ])
})

test('an account has the same short hash everywhere in a report', async () => {
  const { db } = await poisonedStore()
  const { accounts, requests, unreadable } = (await diagnosticReport(db, PLACE)) as {
    [list: string]: { account: string }[]
  }
  const [hash] = (accounts ?? []).map(({ account }) => account)
  expect(hash).toMatch(/^[0-9a-f]{8}$/)
  expect(requests?.[2]?.account).toBe(hash)
  expect(unreadable?.[0]?.account).toBe(hash)
  expect(requests?.[1]?.account).not.toBe(hash)
})

test('a row that went bad keeps no report from being made', async () => {
  const db = openDatabase()
  await db.ledger.add({ id: 1, at: 'long ago', method: 'GET', ms: null } as never)
  expect(await diagnosticReport(db, PLACE)).toMatchObject({ requests: [] })
})
