import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { can } from './harness/can.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { openThread, sentMark, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'
import { limitDisk } from './storage/limitDisk.ts'

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
const replyBox = (page: Page) => page.getByRole('textbox', { name: /^Reply to/ })

async function inbox() {
  const scene = await story({ sandbox: { conversations: 12, accounts: 1, unread: 2 } })
  await imported(scene.harness)
  await waitUntil(async () => (await scene.harness.badge()) === '2', { what: 'the badge to count' })
  const conversation = scene.sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  return { ...scene, conversation }
}

const idsIn = async (harness: Harness, table: string) => {
  const { parley } = (await harness.storageDump()).indexedDB
  return (parley?.[table] ?? []).map((row) => (row as { id: string }).id).sort()
}

test('a database deleted under the worker and open pages: all come back by themselves, no key is asked for, nobody is notified', async () => {
  const { harness, sandbox, conversation } = await inbox()
  const panel = await harness.openPage('sidepanel.html#/')
  await rowsOf(panel).first().waitFor()
  const thread = await openThread(harness, conversation.accountId, conversation.key)
  await thread.getByRole('article').first().waitFor()
  await replyBox(thread).fill('Half a thought')
  await waitUntil(async () => (await harness.badge()) === '1', { what: 'the open one to count as read' })
  const before = { conversations: await idsIn(harness, 'conversations'), badge: await harness.badge() }
  await harness.listenToNotifications()

  const deleted = await harness.probe.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.deleteDatabase('parley')
        request.onsuccess = () => resolve('deleted')
        request.onblocked = () => resolve('blocked')
      }),
  )
  expect(deleted).toBe('deleted')
  await imported(harness)
  expect(await idsIn(harness, 'conversations')).toEqual(before.conversations)
  await waitUntil(async () => (await harness.badge()) === before.badge, { what: 'the badge to count again' })
  for (const page of [panel, thread]) {
    expect(await page.getByRole('heading', { name: 'Connect your inbox' }).count()).toBe(0)
  }
  await panel.bringToFront()
  await rowsOf(panel).first().waitFor()
  const told = panel.getByRole('alert').filter({ hasText: 'The browser deleted what Parley kept here.' })
  await told.getByRole('button', { name: 'Understood' }).click()
  await told.waitFor({ state: 'hidden' })
  // What was being typed was on the screen, so it is not lost.
  await thread.bringToFront()
  await thread.getByRole('article').first().waitFor()
  await waitUntil(async () => (await replyBox(thread).inputValue()) === 'Half a thought', {
    what: 'the text in the box',
  })
  expect(harness.shownNotifications()).toEqual([])

  await writeReply(thread, 'A whole one')
  await sentMark(thread, 'A whole one').waitFor()
  expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual(['A whole one'])
  sandbox.receive({ newConversation: true, text: 'News again' })
  await harness.fireAlarm('poll')
  // Two imports in a row can use up what the background may ask for in a minute.
  await waitUntil(() => harness.shownNotifications().length === 1, {
    timeout: 75_000,
    what: 'news to be told again',
  })
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
}, 180_000)

test('a database deleted while no worker runs and no page is open is found empty and filled by the next alarm', async () => {
  const { harness } = await inbox()
  const before = await idsIn(harness, 'conversations')
  await harness.stopWorker()
  await harness.probe.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('parley').onsuccess = resolve
      }),
  )
  await harness.fireAlarm('poll')
  await imported(harness)
  expect(await idsIn(harness, 'conversations')).toEqual(before)
})

test.runIf(can('limitDisk'))(
  'a full disk is told in panel and popup, replies go out where room can be made, and it ends by itself',
  async () => {
    const { harness, sandbox, conversation } = await inbox()
    const disk = await limitDisk(harness)
    await disk.fillUp()
    const panel = await harness.openPage('sidepanel.html#/')
    const full = (page: Page) => page.getByRole('alert').filter({ hasText: 'The disk is full.' })
    sandbox.receive({ newConversation: true, text: 'Does not fit' })
    await harness.fireAlarm('poll')
    await full(panel).waitFor()
    const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
    await full(popup).getByRole('button', { name: 'Open settings' }).waitFor()
    // Told by the worker that found out and by every one after it.
    await harness.stopWorker()
    await popup.reload()
    await full(popup).waitFor()

    const thread = await openThread(harness, conversation.accountId, conversation.key)
    await thread.getByRole('article').first().waitFor()
    await writeReply(thread, 'Squeezed in')
    await thread.getByRole('alert').filter({ hasText: 'could not save' }).first().waitFor()
    expect(await replyBox(thread).inputValue()).toBe('Squeezed in')
    expect(sandbox.deliveries(conversation.key)).toEqual([])

    await disk.leaveWaste()
    // The browser gives room back when it likes: until then the text comes back into the box, and is sent once more.
    const sent = sentMark(thread, 'Squeezed in')
    await waitUntil(
      async () => {
        if ((await replyBox(thread).inputValue()) !== '') await replyBox(thread).press('Enter')
        return sent.isVisible()
      },
      { timeout: 120_000, interval: 5_000, what: 'the reply to be sent' },
    )
    expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual(['Squeezed in'])
    expect(await thread.getByRole('article').filter({ hasText: 'Squeezed in' }).count()).toBe(1)

    await disk.lift()
    await harness.probe.evaluate(async () => {
      const { storageFull } = await chrome.storage.session.get('storageFull')
      if (storageFull) await chrome.storage.session.set({ storageFull: { ...storageFull, nextTryAt: 0 } })
    })
    await harness.fireAlarm('poll')
    await panel.bringToFront()
    await full(panel).waitFor({ state: 'hidden' })
    await rowsOf(panel).getByText('Does not fit').waitFor()
    expect(sandbox.deliveries(conversation.key)).toHaveLength(1)
    expect(sandbox.violations()).toEqual([])
    expect(harness.problems()).toEqual([])
  },
  300_000,
)

test('a newer version gets the database at once; open pages say so, keep what was typed, and go on after a reload', async () => {
  const { harness, conversation } = await inbox()
  const thread = await openThread(harness, conversation.accountId, conversation.key)
  await thread.getByRole('article').first().waitFor()
  await replyBox(thread).pressSequentially('Typed to the last moment')
  const opened = await harness.probe.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('parley', 1_000)
        request.onsuccess = () => {
          request.result.close()
          resolve('opened')
        }
        request.onerror = () => resolve('failed')
      }),
  )
  expect(opened).toBe('opened')
  await thread.getByRole('alert').getByText('Parley was updated').waitFor()
  await thread.getByRole('button', { name: 'Reload' }).click()
  await waitUntil(async () => (await replyBox(thread).inputValue()) === 'Typed to the last moment', {
    what: 'the draft',
  })
  expect(harness.problems()).toEqual([])
})

test('where the browser refuses a database, every page says so with the way out, and goes on once it does not', async () => {
  const { harness } = await inbox()
  await harness.context.addInitScript(() => {
    // As a private window or a policy does.
    if (!location.protocol.endsWith('-extension:') || sessionStorage.getItem('allowed')) return
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError')
    }
  })
  for (const path of ['popup.html', 'sidepanel.html#/', 'options.html']) {
    const page = await harness.openPage(path)
    await page.getByRole('alert').getByText('Parley cannot keep its data here').waitFor()
    await page.evaluate(() => sessionStorage.setItem('allowed', 'yes'))
    await page.getByRole('button', { name: 'Try again' }).click()
    await page
      .getByRole('heading', { name: /^(Unread|Parley|Settings)$/ })
      .first()
      .waitFor()
    await page.getByRole('alert').waitFor({ state: 'hidden' })
    await page.close()
  }
  expect(harness.problems()).toEqual([])
})

test('a worker whose database is taken and refused stays calm, and the next one goes on', async () => {
  const { harness, sandbox } = await inbox()
  const before = await idsIn(harness, 'conversations')
  await harness.inWorker(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError')
    }
  })
  await harness.probe.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('parley').onsuccess = resolve
      }),
  )
  sandbox.clearRecorder()
  for (let ring = 0; ring < 3; ring++) {
    await harness.fireAlarm('poll')
    const answer = await harness.probe.evaluate(
      () => chrome.runtime.sendMessage({ command: 'syncNow', request: {} }) as Promise<{ ok: boolean }>,
    )
    expect(answer.ok).toBe(false)
  }
  expect(sandbox.requests()).toEqual([])
  expect(harness.problems()).toEqual([])
  await harness.stopWorker()
  await harness.fireAlarm('poll')
  await imported(harness)
  expect(await idsIn(harness, 'conversations')).toEqual(before)
})
