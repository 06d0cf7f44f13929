import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('while one account hangs, what the other receives is notified, counted and listed', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 16, accounts: 2, unread: 0 } })
  await imported(harness)
  const [failing, other] = sandbox.world.accounts
  const panel = await harness.openPage('sidepanel.html#/')
  const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows.nth(4).waitFor()
  await harness.listenToNotifications()
  sandbox.fault({ accountId: failing?.id ?? '', times: 'always', effect: { hang: true } })
  for (const [index, text] of ['While it hangs', 'And again'].entries()) {
    sandbox.receive({ accountId: other?.id ?? '', newConversation: true, text })
    await harness.fireAlarm('poll')
    await rows.first().getByText(text).waitFor({ timeout: 10_000 })
    await waitUntil(async () => (await harness.badge()) === String(index + 1), { what: `badge ${index + 1}` })
  }
  // News of several accounts are gathered for a moment.
  await waitUntil(() => harness.shownNotifications().length >= 2, { what: 'both notifications' })
  expect(harness.shownNotifications().map(({ message }) => message)).toEqual(['While it hangs', 'And again'])
})

test('an account that fails says so by name, leaves its rows readable and the other one alone, and recovers', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 16, accounts: 2, unread: 0 } })
  await imported(harness)
  const [failing, other] = sandbox.world.accounts
  const panel = await harness.openPage('sidepanel.html#/')
  const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows.nth(4).waitFor()
  const before = await rows.count()
  const mend = sandbox.fault({
    accountId: failing?.id ?? '',
    times: 'always',
    effect: { status: 403, body: { error: 'Your trial has expired' } },
  })
  sandbox.receive({ accountId: other?.id ?? '', text: 'Not your trial' })
  await harness.fireAlarm('poll')
  await panel
    .getByRole('status')
    .filter({ hasText: `Subscription needed: ${failing?.name}` })
    .waitFor()
  const banner = panel.getByRole('alert').filter({ hasText: failing?.name ?? '' })
  await banner.getByText('Your trial has expired').waitFor()
  await banner.getByRole('link', { name: 'Open ConnectSafely' }).waitFor()
  await rows.first().getByText('Not your trial').waitFor()
  expect(await rows.count()).toBe(before)
  mend()
  await panel.getByRole('button', { name: 'Sync now' }).click()
  await banner.waitFor({ state: 'detached' })
  expect(sandbox.violations()).toEqual([])
})

test('another workspace’s key takes its place: its accounts come, the others go, replies left behind are kept in sight', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 3, unread: 0 } })
  await imported(harness)
  const [, shared, second] = sandbox.world.accounts
  const left = sandbox.world.accounts[0]
  const thread = sandbox.world.conversations(left?.id).find(({ channel }) => channel === 'inbox')
  const { key } = sandbox.openWorkspace('other', [shared?.id ?? '', second?.id ?? ''])
  const panel = await harness.openPage(
    `sidepanel.html#/c/${encodeURIComponent(`${left?.id}/inbox/${thread?.key}`)}`,
  )
  await sandbox.pause()
  const box = panel.getByRole('textbox', { name: /^Reply to/ })
  await box.fill('Left behind')
  await box.press('Enter')
  await panel.getByRole('log').getByText('Sending').waitFor()
  sandbox.fault({ accountId: left?.id ?? '', times: 'always', effect: { reset: true } })
  await sandbox.resume()

  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('button', { name: 'Replace key' }).click()
  await options.getByRole('textbox', { name: 'API key' }).fill(key)
  await options.getByRole('button', { name: 'Use this key' }).click()
  await options.getByText('The new key works and is in use.').waitFor()
  await options.getByRole('switch', { name: new RegExp(`^${left?.name}`) }).waitFor({ state: 'detached' })
  await harness.fireAlarm('poll')
  await options.getByRole('heading', { name: 'Replies that were not sent' }).waitFor()
  await options.getByText('Left behind').waitFor()
  await panel.getByText('This conversation is not here').waitFor()
  expect(sandbox.deliveries()).toEqual([])
  expect(sandbox.violations()).toEqual([])
})
