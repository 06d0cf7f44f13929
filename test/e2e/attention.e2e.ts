import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { lookAway, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('the popup lists who is unread and opens the thread in the side panel', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 30, unread: 6 } })
  await imported(harness)
  await waitUntil(async () => (await harness.badge()) === '6', { what: 'the badge to show 6' })
  const popup = await harness.openPopup()
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.nth(5).waitFor()
  expect(await rows.count()).toBe(6)
  const newest = sandbox.world.conversations().find((one) => one.unreadCount > 0)
  const name = newest?.people[0]?.name ?? ''
  await rows.first().getByRole('button').first().click()
  const panel = await harness.sidePanelPage()
  await panel.getByRole('heading', { name }).waitFor()
  await panel.getByRole('log', { name: `Messages with ${name}` }).waitFor()
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('a message arrives: badge, exactly one notification, its row moves to the top', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 30, accounts: 1, unread: 0 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows.nth(8).waitFor()
  await harness.listenToNotifications()
  const quiet = sandbox.world.conversations()[8]
  sandbox.receive({ conversation: quiet?.key ?? '', text: 'A word, if you have a minute' })
  await harness.fireAlarm('poll')
  await rows.first().getByText('A word, if you have a minute').waitFor()
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the badge to show 1' })
  await waitUntil(async () => (await harness.shownNotifications()).length > 0, { what: 'a notification' })
  await harness.fireAlarm('poll')
  await waitUntil(() => sandbox.requests({ route: 'GET /conversations' }).length >= 4, {
    what: 'another poll',
  })
  const shown = await harness.shownNotifications()
  expect(shown.map((notice) => notice.message)).toEqual(['A word, if you have a minute'])
  expect(shown[0]?.title).toContain(quiet?.people[0]?.name)
})

test('a notification is not repeated after the worker was stopped', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 20, accounts: 1, unread: 0 } })
  await imported(harness)
  await harness.listenToNotifications()
  sandbox.receive({ text: 'Only once, please' })
  await harness.fireAlarm('poll')
  await waitUntil(async () => (await harness.shownNotifications()).length === 1, { what: 'a notification' })
  await harness.stopWorker()
  await harness.wakeWorker()
  await harness.listenToNotifications()
  const polls = () => sandbox.requests({ route: 'GET /conversations' }).length
  const before = polls()
  await harness.fireAlarm('poll')
  await waitUntil(() => polls() > before, { what: 'a poll of the new worker' })
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the badge to show 1' })
  expect((await harness.shownNotifications()).length).toBeLessThanOrEqual(1)
})

test('a notification opens its conversation and is withdrawn once that was read', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 20, accounts: 1, unread: 0 } })
  await imported(harness)
  const arrival = sandbox.receive({ text: 'Shall we talk?' })
  await harness.fireAlarm('poll')
  await waitUntil(async () => (await harness.notifications()).length === 1, { what: 'a notification' })
  const [notice = ''] = await harness.notifications()
  const opened = harness.context.waitForEvent('page')
  await harness.clickNotification(notice)
  const window = await opened
  await window.getByRole('log').getByText('Shall we talk?').waitFor()
  await waitUntil(async () => (await harness.badge()) === '', { what: 'the badge to be empty' })
  await waitUntil(async () => (await harness.notifications()).length === 0, { what: 'no notification' })
  const seen = () => sandbox.requests({ route: 'POST /messaging/mark-seen' })
  await waitUntil(() => seen().length === 1, { what: 'the thread to be marked seen' })
  expect(seen()[0]?.conversation).toBe(arrival.conversation)
})

test('the thread on screen is not notified', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 20, accounts: 1, unread: 0 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  await panel.getByRole('list', { name: 'Conversations' }).getByRole('button').first().click()
  await panel.getByRole('log').getByRole('article').last().waitFor()
  await harness.listenToNotifications()
  await lookAway(panel)
  const open = sandbox.world.conversations()[0]
  const other = sandbox.world.conversations()[3]
  sandbox.receive({ conversation: open?.key ?? '', text: 'You are looking at me' })
  sandbox.receive({ conversation: other?.key ?? '', text: 'And not at me' })
  await harness.fireAlarm('poll')
  await panel.getByRole('log').getByText('You are looking at me').waitFor()
  await waitUntil(() => harness.shownNotifications().length > 0, { what: 'a notification' })
  expect(harness.shownNotifications().map(({ message }) => message)).toEqual(['And not at me'])
})
