import { expect, test } from 'vitest'
import { can } from './harness/can.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import type { Scene } from './harness/scene.ts'
import { lookAway, openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'
import { waitUntilKept } from './harness/waitUntilKept.ts'

const LIST = 'GET /conversations'

/** An inbox of one account, imported, with nothing unread. */
async function quietInbox() {
  const scene = await story({ sandbox: { conversations: 20, accounts: 1, unread: 0 } })
  await imported(scene.harness)
  await scene.harness.listenToNotifications()
  return scene
}

function keyOf({ sandbox }: Scene, place: number): string {
  return sandbox.world.conversations()[place]?.key ?? ''
}

function noticeOf({ sandbox }: Scene, key: string): string {
  const { accountId = '', channel = 'inbox' } = sandbox.world.conversation(key) ?? {}
  return `conversation:${accountId}/${channel}/${key}`
}

/** Polls by the alarm, and waits until that poll has read the list. */
async function poll({ harness, sandbox }: Scene): Promise<void> {
  const polls = () => sandbox.requests({ route: LIST }).filter((one) => one.status === 200).length
  const before = polls()
  const fired = async () => {
    await harness.fireAlarm('poll')
    return waitUntil(() => polls() > before, { timeout: 3_000 })
  }
  // A poll that is just ending books the next one, and moves the alarm that was to go off now.
  await waitUntil(fired, { what: 'a poll' })
}

/** Polls until everything before was told: by then the message for a conversation of its own is told, too. */
async function pollAndMark(scene: Scene, place: number): Promise<void> {
  scene.sandbox.receive({ conversation: keyOf(scene, place), text: 'The last word' })
  await poll(scene)
  const told = () => scene.harness.shownNotifications().some((one) => one.message === 'The last word')
  await waitUntil(told, { what: 'the last message to be told' })
}

const standing = (harness: Harness) => async (ids: string[]) =>
  (await harness.notifications()).sort().join() === [...ids].sort().join()

const badgeTitle = (harness: Harness) => harness.probe.evaluate(() => chrome.action.getTitle({}))

/** Makes the extension believe that its list was last read so long ago (ms), as after a sleep. */
function ageFreshness(harness: Harness, by: number): Promise<void> {
  return harness.probe.evaluate(
    (ms) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('parley')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const write = open.result.transaction('freshness', 'readwrite')
          const table = write.objectStore('freshness')
          const read = table.getAll()
          read.onsuccess = () => {
            for (const row of read.result as { succeededAt: number; serverAt: number }[]) {
              table.put({ ...row, succeededAt: row.succeededAt - ms, serverAt: row.serverAt - ms })
            }
          }
          write.oncomplete = () => {
            open.result.close()
            resolve()
          }
        }
      }),
    by,
  )
}

const WEEK = 7 * 86_400_000

test('two windows show a conversation each: neither is notified, a third one is, once', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  const { accountId = '' } = sandbox.world.conversations()[0] ?? {}
  const [a, b, c] = [0, 1, 2].map((place) => keyOf(scene, place)) as [string, string, string]
  const first = await openThread(harness, accountId, a)
  const opened = harness.context.waitForEvent('page')
  await harness.inWorker(
    (url) => chrome.windows.create({ url }),
    harness.url(`sidepanel.html#/c/${encodeURIComponent(`${accountId}/inbox/${b}`)}`),
  )
  const second = await opened
  await second.getByRole('log').waitFor()
  const windows = await Promise.all(
    [first, second].map((page) => page.evaluate(async () => (await chrome.windows.getCurrent()).id)),
  )
  expect(new Set(windows).size).toBe(2)

  // What is read is not told anyway; here it is only on screen.
  for (const page of [first, second]) await lookAway(page)
  sandbox.receive({ conversation: a, text: 'Seen in the first window' })
  sandbox.receive({ conversation: b, text: 'Seen in the second window' })
  await pollAndMark(
    scene,
    sandbox.world.conversations().findIndex(({ key }) => key === c),
  )
  await first.getByRole('log').getByText('Seen in the first window').waitFor()
  await second.getByRole('log').getByText('Seen in the second window').waitFor()
  expect(harness.shownNotifications().map(({ id }) => id)).toEqual([noticeOf(scene, c)])
  await waitUntil(async () => (await harness.badge()) === '3', { what: 'the badge to count all three' })

  // A window that is gone shows nothing.
  await second.close()
  sandbox.receive({ conversation: b, text: 'Nobody looks' })
  await poll(scene)
  await waitUntil(() => harness.shownNotifications().length === 2, { what: 'the closed one to be told' })
  expect(harness.shownNotifications()[1]).toMatchObject({ id: noticeOf(scene, b), message: 'Nobody looks' })
  expect(harness.problems()).toEqual([])
})

test('popup and panel are open together: what the panel shows is silent, the rest is told once and counted alike', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  const shown = keyOf(scene, 0)
  sandbox.receive({ conversation: shown, text: 'Open me' })
  await poll(scene)
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the badge to show 1' })
  await waitUntil(() => standing(harness)([noticeOf(scene, shown)]), { what: 'a notification' })
  const opener = await harness.openPopup()
  await opener.getByRole('list', { name: 'Unread conversations' }).getByRole('button').first().click()
  const panel = await harness.sidePanelPage()
  await panel.getByRole('log').getByText('Open me').waitFor()
  await waitUntil(() => standing(harness)([]), { what: 'the notification of what was read to go' })

  await lookAway(panel)
  await harness.openPopup()
  sandbox.receive({ conversation: shown, text: 'You are looking at me' })
  const other = keyOf(scene, 3)
  await pollAndMark(scene, 3)
  await waitUntil(() => standing(harness)([noticeOf(scene, other)]), { what: 'just one notification' })
  const messages = harness.shownNotifications().map(({ message }) => message)
  expect(messages).toEqual(['Open me', 'The last word'])
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.getByText('The last word').waitFor()
  await waitUntil(async () => (await rows.count()) === Number(await harness.badge()), {
    what: 'popup and badge to agree',
  })
})

test('the browser is closed between the arrival and the poll: exactly one notification', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  await sandbox.pause()
  const { conversation } = sandbox.receive({ text: 'While you were out' })
  await harness.relaunch()
  await harness.listenToNotifications()
  await sandbox.resume()
  await poll(scene)
  await waitUntil(() => standing(harness)([noticeOf(scene, conversation)]), { what: 'a notification' })
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the badge to show 1' })
  await poll(scene)
  await harness.stopWorker()
  await harness.wakeWorker()
  await harness.listenToNotifications()
  await pollAndMark(scene, 5)
  expect(harness.shownNotifications().map(({ message }) => message)).toEqual([
    'While you were out',
    'The last word',
  ])
  expect(harness.problems()).toEqual([])
})

test('the worker is stopped right after the commit: the message is told once or never, and the badge counts it', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  const panel = await harness.openPage('sidepanel.html#/')
  for (const text of ['First', 'Second', 'Third']) {
    sandbox.receive({ newConversation: true, text })
    await poll(scene)
    await panel.getByRole('list', { name: 'Conversations' }).getByText(text).waitFor()
    await harness.stopWorker()
    await harness.wakeWorker()
    await harness.listenToNotifications()
    await poll(scene)
    const unread = sandbox.world.conversations().filter((one) => one.unreadCount > 0).length
    await waitUntil(async () => (await harness.badge()) === String(unread), {
      what: `the badge to show ${unread}`,
    })
  }
  await pollAndMark(scene, 9)
  const told = harness.shownNotifications().map(({ message }) => message)
  expect(new Set(told).size).toBe(told.length)
  expect(harness.problems()).toEqual([])
})

test('what is read on one page, or elsewhere, takes its notification with it, and no other', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  const { accountId = '' } = sandbox.world.conversations()[0] ?? {}
  const [a, b, c] = [0, 1, 2].map((place) => keyOf(scene, place)) as [string, string, string]
  for (const key of [a, b, c]) sandbox.receive({ conversation: key, text: `To ${key}` })
  await poll(scene)
  await waitUntil(() => standing(harness)([a, b, c].map((key) => noticeOf(scene, key))), {
    what: 'three notifications',
  })
  await openThread(harness, accountId, a)
  await waitUntil(() => standing(harness)([b, c].map((key) => noticeOf(scene, key))), {
    what: 'the notification of what was read here to go',
  })
  sandbox.readElsewhere(b)
  await poll(scene)
  await waitUntil(() => standing(harness)([noticeOf(scene, c)]), {
    what: 'the notification of what was read elsewhere to go',
  })
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the badge to show 1' })
  const page = await openThread(harness, accountId, c)
  await waitUntil(() => standing(harness)([]), { what: 'the last notification to go' })
  await page.close()
})

test('a muted conversation is counted and not notified', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  const { accountId = '' } = sandbox.world.conversations()[0] ?? {}
  const [loud, hushed] = [0, 1].map((place) => keyOf(scene, place)) as [string, string]
  const page = await openThread(harness, accountId, hushed)
  await page.getByRole('button', { name: 'Mute' }).click()
  await page.getByRole('button', { name: 'Unmute' }).waitFor()
  await page.close()
  sandbox.receive({ conversation: hushed, text: 'Psst' })
  await pollAndMark(
    scene,
    sandbox.world.conversations().findIndex(({ key }) => key === loud),
  )
  expect(harness.shownNotifications().map(({ id }) => id)).toEqual([noticeOf(scene, loud)])
  await waitUntil(async () => (await harness.badge()) === '2', { what: 'the badge to show 2' })
})

test('quiet hours are kept but for whom it was said; what a notification shows, and its sound, are as chosen', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  const person = sandbox.world
    .conversations()
    .find((one) => one.people.length === 1 && one.channel === 'inbox')
  const other = sandbox.world.conversations().find((one) => one !== person)
  const thread = await openThread(harness, person?.accountId ?? '', person?.key ?? '')
  await thread.getByRole('button', { name: 'More', exact: true }).press('Enter')
  await thread.getByRole('menuitemcheckbox', { name: /^Always notify of/ }).click()
  await waitUntilKept(harness, 'settings', { key: 'notifyPeople' })
  await thread.close()
  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('switch', { name: /^Quiet hours/ }).press('Space')
  await options.getByRole('combobox', { name: 'Quiet on Sunday' }).selectOption('allDay')
  await options.getByRole('button', { name: 'Every day as on Sunday' }).press('Enter')
  await waitUntil(
    async () =>
      (await options.getByRole('combobox', { name: 'Quiet on Wednesday' }).inputValue()) === 'allDay',
    { what: 'each day to be quiet' },
  )
  await options.getByRole('combobox', { name: 'A notification shows' }).selectOption('names')
  const soundless = can('dressNotices')
  if (soundless) await options.getByRole('switch', { name: /^Sound/ }).click()
  else expect(await options.getByRole('switch', { name: /^Sound/ }).count()).toBe(0)
  await waitUntilKept(harness, 'settings', { key: 'notificationContent', value: 'names' })
  if (soundless) await waitUntilKept(harness, 'settings', { key: 'notificationSound', value: false })
  await options.close()

  sandbox.receive({ conversation: other?.key ?? '', text: 'Not now' })
  sandbox.receive({ conversation: person?.key ?? '', text: 'At once, please' })
  await poll(scene)
  await waitUntil(async () => (await harness.badge()) === '2', { what: 'the badge to count both' })
  await waitUntil(() => harness.shownNotifications().length > 0, { what: 'a notification' })
  expect(harness.shownNotifications()).toEqual([
    {
      id: noticeOf(scene, person?.key ?? ''),
      title: person?.people[0]?.name,
      message: 'Open Parley to read it',
      silent: soundless,
    },
  ])
  expect(harness.problems()).toEqual([])
})

test('four conversations at once are one digest, which leads to what is unread', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  const keys = [0, 1, 2, 3].map((place) => keyOf(scene, place))
  for (const key of keys) sandbox.receive({ conversation: key, text: `To ${key}` })
  await poll(scene)
  await waitUntil(() => standing(harness)(['digest']), { what: 'a digest' })
  expect(harness.shownNotifications().map(({ title }) => title)).toEqual([
    '4 new messages in 4 conversations',
  ])
  const opened = harness.context.waitForEvent('page')
  await harness.clickNotification('digest')
  const page = await opened
  await page.getByRole('button', { name: 'Unread', exact: true, pressed: true }).waitFor()
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await waitUntil(async () => (await rows.count()) === 4, { what: 'the four unread' })
  await waitUntil(() => standing(harness)([]), { what: 'the digest to go' })
})

test('after a week of sleep: the badge says that it is old until the list was read, and the news come as one digest', async () => {
  const scene = await quietInbox()
  const { harness, sandbox } = scene
  await waitUntil(async () => (await badgeTitle(harness)) === 'Parley: nothing unread', {
    what: 'a fresh badge',
  })
  await harness.stopWorker()
  await ageFreshness(harness, WEEK)
  for (const place of [0, 1]) sandbox.receive({ conversation: keyOf(scene, place), text: `To ${place}` })
  const lift = sandbox.fault({ route: LIST, times: 'always', effect: { hang: true } })
  await harness.fireAlarm('poll')
  await waitUntil(async () => (await harness.badge()) === '?', { what: 'the badge to doubt itself' })
  expect(await badgeTitle(harness)).toContain('not up to date')
  await harness.stopWorker()
  lift()
  await harness.wakeWorker()
  await harness.listenToNotifications()
  await poll(scene)
  await waitUntil(() => standing(harness)(['digest']), { what: 'a digest' })
  expect(harness.shownNotifications().map(({ title }) => title)).toEqual([
    '2 new messages in 2 conversations',
  ])
  await waitUntil(async () => (await badgeTitle(harness)) === 'Parley: 2 unread', { what: 'a fresh badge' })
})

test.runIf(can('dressNotices'))(
  'its buttons mark a conversation as read, here and at LinkedIn, and snooze it, with no page open',
  async () => {
    const scene = await quietInbox()
    const { harness, sandbox } = scene
    const [read, later] = [keyOf(scene, 0), keyOf(scene, 1)]
    sandbox.receive({ conversation: read, text: 'Read me' })
    sandbox.receive({ conversation: later, text: 'Not now' })
    await poll(scene)
    await waitUntil(() => standing(harness)([noticeOf(scene, read), noticeOf(scene, later)]), {
      what: 'both notifications',
    })
    await harness.pressNotificationButton(noticeOf(scene, read), 0)
    await waitUntil(() => sandbox.requests({ route: 'POST /messaging/mark-seen' }).length === 1, {
      what: 'LinkedIn to be told',
    })
    await harness.pressNotificationButton(noticeOf(scene, later), 1)
    await waitUntil(() => standing(harness)([]), { what: 'both notifications to go' })
    await waitUntil(async () => (await harness.badge()) === '', { what: 'the badge to be empty' })
    const panel = await harness.openPage('sidepanel.html')
    await panel.getByRole('button', { name: 'Snoozed', exact: true }).click()
    await panel.getByRole('list', { name: 'Conversations' }).getByText('Not now').waitFor()
    expect(sandbox.requests({ route: 'POST /messaging/mark-seen' })[0]?.conversation).toBe(read)
    expect(sandbox.violations()).toEqual([])
  },
)
