import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('mark as read, done and snooze empty the popup, tell LinkedIn only of the reading, and survive a restart', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 20, accounts: 1, unread: 3 } })
  await imported(harness)
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.nth(2).waitFor()
  const names = sandbox.world
    .conversations()
    .filter((one) => one.unreadCount > 0)
    .map((one) => one.people[0]?.name ?? '')
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Mark as read' }).click()
  await waitUntil(async () => (await rows.count()) === 2, { what: 'the read row to go' })
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Done' }).click()
  await waitUntil(async () => (await rows.count()) === 1, { what: 'the done row to go' })
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Snooze' }).click()
  await rows.first().getByRole('button', { name: 'Tomorrow' }).click()
  await popup.getByText('Nothing unread').waitFor()
  await waitUntil(async () => (await harness.badge()) === '', { what: 'the badge to be empty' })
  const seen = () => sandbox.requests({ route: 'POST /messaging/mark-seen' })
  await waitUntil(() => seen().length === 1, { what: 'LinkedIn to be told of the reading' })
  expect(sandbox.violations()).toEqual([])

  await harness.relaunch()
  const panel = await harness.openPage('sidepanel.html#/')
  const list = panel.getByRole('list', { name: 'Conversations' })
  await list
    .getByRole('button', { name: names[0] ?? '' })
    .first()
    .waitFor()
  for (const [filter, name] of [
    ['Done', names[1]],
    ['Snoozed', names[2]],
  ] as const) {
    await panel.getByRole('button', { name: filter, exact: true }).first().click()
    await list
      .getByRole('button', { name: name ?? '' })
      .first()
      .waitFor()
    expect(await list.getByRole('listitem').count()).toBe(1)
  }
})

test('a conversation that is done comes back when a new message comes in', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 1 } })
  await imported(harness)
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Done' }).click()
  await popup.getByText('Nothing unread').waitFor()
  const done = sandbox.world.conversations().find((one) => one.unreadCount > 0)
  sandbox.receive({ conversation: done?.key ?? '', text: 'One more thing' })
  await popup.getByRole('button', { name: 'Sync now' }).click()
  await rows.getByText('One more thing').waitFor()
})

test('an account that is switched off leaves the inbox, and comes back when it is switched on', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 16, accounts: 2, unread: 0 } })
  await imported(harness)
  const [first] = sandbox.world.accounts
  const options = await harness.openPage('options.html', { width: 900 })
  const panel = await harness.openPage('sidepanel.html#/')
  const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows.nth(7).waitFor()
  const name = first?.name ?? ''
  const names = sandbox.world.conversations(first?.id).map((one) => one.people[0]?.name ?? '')
  await options.bringToFront()
  await options.getByRole('switch', { name }).last().click()
  const shown = () => rows.getByRole('button', { name: names[0] ?? '' }).count()
  await waitUntil(async () => (await shown()) === 0, { what: 'the rows of the account to go' })
  await options.getByRole('switch', { name }).last().click()
  await waitUntil(async () => (await shown()) > 0, { what: 'the rows of the account to come back' })
})

test('"Delete everything" leaves the first run and nothing else', async () => {
  const { harness } = await story({ sandbox: { conversations: 12, accounts: 1 } })
  await imported(harness)
  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('button', { name: 'Delete everything' }).click()
  await options.getByRole('button', { name: 'Yes, delete everything' }).click()
  await options.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  const dump = await harness.storageDump()
  expect(dump.local).toEqual({})
  expect(JSON.stringify(dump)).not.toContain('@')
  expect(await harness.badge()).toBe('')
})
