import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { openThread, sentMark, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const SEEN = 'POST /messaging/mark-seen'

/** An imported inbox of one account in which all is read. */
async function inbox() {
  const scene = await story({ sandbox: { conversations: 12, accounts: 1, unread: 0 } })
  await imported(scene.harness)
  const conversation = scene.sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  const { accountId, key } = conversation
  const unread = (count: number) =>
    waitUntil(async () => (await scene.harness.badge()) === (count === 0 ? '' : String(count)), {
      what: `${count} unread`,
    })
  /** Somebody writes, and it shows as unread. */
  const hear = async (text: string) => {
    scene.sandbox.receive({ conversation: key, text })
    await scene.harness.fireAlarm('poll')
    await unread(1)
  }
  const open = () => openThread(scene.harness, accountId, key)
  const seen = () => scene.sandbox.requests({ route: SEEN })
  return { ...scene, conversation, unread, hear, open, seen }
}

/** Chooses in the settings when LinkedIn is told of a reading. */
async function choose(harness: Harness, policy: string): Promise<void> {
  const options = await harness.openPage('options.html', { width: 900 })
  const choice = options.getByRole('combobox', { name: /^Tell that/ })
  await choice.selectOption(policy)
  // What it shows is what is kept; a page that is closed in the moment of the choice takes it along.
  await waitUntil(async () => (await choice.locator('option:checked').textContent()) === policy, {
    what: 'the choice to be kept',
  })
  await options.close()
}

async function replied(page: Page, text: string): Promise<void> {
  await writeReply(page, text)
  await sentMark(page, text).waitFor()
}

test('told never or on reply only, no reading leaves this machine; the header says so, and a reply tells when it should', async () => {
  const { harness, sandbox, unread, hear, open, seen } = await inbox()
  await choose(harness, 'Never')
  await hear('Did you see this?')
  const thread = await open()
  await thread.getByText('LinkedIn is not told that you read it').waitFor()
  await unread(0)
  await replied(thread, 'I did')
  await harness.fireAlarm('poll')
  await thread.close()

  await choose(harness, 'Only when I reply')
  await hear('And this?')
  expect(seen()).toEqual([])
  const again = await open()
  await again.getByText('Only replying tells LinkedIn you read it').waitFor()
  await unread(0)
  expect(seen()).toEqual([])
  await replied(again, 'This as well')
  await waitUntil(() => seen().length === 1, { what: 'the reply to tell of the reading' })
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('with the endpoint gone (410) what was read stays read here, after polls and a restart', async () => {
  const { harness, sandbox, conversation, unread, hear, open, seen } = await inbox()
  sandbox.fault({ route: SEEN, times: 'always', effect: { status: 410 } })
  await hear('Anybody?')
  const thread = await open()
  await thread.getByText('Reading here tells LinkedIn').waitFor()
  await unread(0)
  await waitUntil(() => seen().length === 1, { what: 'the try to tell LinkedIn' })
  await harness.relaunch()
  const list = await harness.openPage('sidepanel.html#/')
  await list.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor()
  const polls = () => sandbox.requests({ route: 'GET /conversations' }).length
  const before = polls()
  // A browser that has just started may take a moment to book it.
  await waitUntil(() => harness.fireAlarm('poll').then(() => true), { what: 'the alarm of a poll' })
  await waitUntil(() => polls() > before, { what: 'a poll' })
  await unread(0)
  expect(sandbox.world.conversation(conversation.key)?.unreadCount).toBe(1)
  expect(seen()).toHaveLength(1)
})

test('with no connection everything cached is read and searched, and how old it is stands above', async () => {
  const scene = await story({ sandbox: { conversations: 12, accounts: 1 } })
  const { harness, sandbox } = scene
  await imported(harness)
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  await harness.relaunch()
  await harness.offline(true)
  const page = await harness.openPage('sidepanel.html#/')
  const offline = page.getByRole('status').filter({ hasText: /Offline/ })
  // The browser may have looked once more before its network was taken.
  await waitUntil(
    async () => {
      await harness.fireAlarm('poll')
      return offline.first().isVisible()
    },
    { interval: 500, what: 'the panel to say that it is offline' },
  )
  const newest = conversation.thread.at(0)?.text ?? ''
  const word = newest.split(/[^\p{L}]/u)[0] ?? ''
  await page.getByRole('searchbox', { name: 'Search messages' }).fill(word)
  await page.locator('[data-query]').waitFor()
  const thread = await openThread(harness, conversation.accountId, conversation.key)
  await thread.getByRole('article').filter({ hasText: word }).first().waitFor()
  expect(await thread.getByRole('alert').count()).toBe(0)
})
