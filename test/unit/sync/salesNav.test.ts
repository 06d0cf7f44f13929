import { expect, test } from 'vitest'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { makeHarness } from '../harness.ts'

async function inbox() {
  const harness = await makeHarness({ accounts: 2, conversations: 40, unread: 0 })
  await harness.connected()
  const list = (accountId: string | null) =>
    listConversations(harness.db, { filter: 'all', accountId, limit: 100 })
  return { harness, list }
}

test('Sales Navigator threads stand among the others, newest activity first, marked as what they are', async () => {
  const { harness, list } = await inbox()
  const rows = await list(null)
  const there = harness.sandbox.world.conversations()
  expect(rows.map(({ key, channel }) => [key, channel])).toEqual(
    there.map(({ key, channel }) => [key, channel]),
  )
  expect(new Set(rows.map(({ channel }) => channel))).toEqual(new Set(['inbox', 'salesNav']))
  for (const row of rows.filter(({ channel }) => channel === 'salesNav')) {
    expect(row).toMatchObject({ salesNavThreadId: row.key, urn: `urn:li:salesNav_thread:${row.key}` })
  }
})

test('a message in a Sales Navigator thread is stored, told once, and moves its thread to the top', async () => {
  const { harness, list } = await inbox()
  const quiet = harness.sandbox.world.conversations().findLast(({ channel }) => channel === 'salesNav')
  harness.sandbox.receive({ conversation: quiet?.key ?? '', text: 'Saw your InMail' })
  await harness.pull('background')
  await harness.pull('background')
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Saw your InMail'])
  const [first] = await list(quiet?.accountId ?? '')
  expect(first).toMatchObject({ key: quiet?.key, channel: 'salesNav', unread: 1 })
  expect(await harness.shown(first?.id ?? '', 'Saw your InMail')).toBe(1)
  expect(harness.sandbox.violations()).toEqual([])
})
