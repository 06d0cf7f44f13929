import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { openThread, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'
import { waitUntilKept } from './harness/waitUntilKept.ts'

const SEND = 'POST /conversations/send'

async function held(seconds: number) {
  const scene = await story({ sandbox: { conversations: 6, accounts: 1 } })
  const { harness, sandbox } = scene
  await imported(harness)
  await choose(harness, seconds)
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  const open = () => openThread(harness, conversation.accountId, conversation.key)
  const delivered = () => sandbox.deliveries(conversation.key).map((one) => one.text)
  return {
    ...scene,
    open,
    page: await open(),
    delivered,
    posts: () => sandbox.requests({ route: SEND }).length,
  }
}

async function choose(harness: Harness, seconds: number): Promise<void> {
  const options = await harness.openPage('options.html', { width: 900 })
  const select = options.getByRole('combobox', { name: 'Undo send' })
  await select.selectOption(String(seconds))
  await waitUntilKept(harness, 'settings', { key: 'undoSeconds', value: seconds })
  await options.close()
}

const bubbleOf = (page: Page, text: string) =>
  page.getByRole('log').getByRole('article').filter({ hasText: text })

async function isSentOnce(page: Page, text: string): Promise<void> {
  const bubble = bubbleOf(page, text)
  await bubble.getByText('Sent', { exact: true }).waitFor({ timeout: 60_000 })
  expect(await bubble.count()).toBe(1)
}

async function takeBack(page: Page, text: string): Promise<void> {
  const bubble = bubbleOf(page, text)
  await bubble.getByRole('button', { name: 'Undo' }).click()
  await bubble.waitFor({ state: 'detached' })
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  await waitUntil(async () => (await box.inputValue()) === text, { what: 'the text in the reply box' })
}

test.each([0, 5, 10, 30])('with %i s to undo, a reply goes out once, and not before', async (seconds) => {
  const { page, sandbox, delivered, posts, harness } = await held(seconds)
  const written = sandbox.now()
  await writeReply(page, 'In its own time')
  await isSentOnce(page, 'In its own time')
  expect(delivered()).toEqual(['In its own time'])
  expect(posts()).toBe(1)
  expect((sandbox.deliveries()[0]?.at ?? 0) - written).toBeGreaterThanOrEqual(seconds * 1000)
  expect(harness.problems()).toEqual([])
})

test('a held reply that is taken back is a draft again and never posted; what is sent instead goes out once', async () => {
  const { page, delivered, posts } = await held(10)
  await writeReply(page, 'Too hasty')
  await takeBack(page, 'Too hasty')
  await writeReply(page, 'Better put')
  await isSentOnce(page, 'Better put')
  expect(delivered()).toEqual(['Better put'])
  expect(posts()).toBe(1)
  expect(await bubbleOf(page, 'Too hasty').count()).toBe(0)
})

test('a held reply can be taken back while no worker runs, and no later worker posts it', async () => {
  const { page, harness, delivered } = await held(10)
  await writeReply(page, 'Nobody is there')
  await bubbleOf(page, 'Nobody is there').getByRole('button', { name: 'Undo' }).waitFor()
  await harness.stopWorker()
  await takeBack(page, 'Nobody is there')
  await harness.stopWorker()
  // The next reply proves that a later worker worked the outbox off, past the time of the first.
  await writeReply(page, 'Now I mean it')
  await isSentOnce(page, 'Now I mean it')
  expect(delivered()).toEqual(['Now I mean it'])
})

test('a held reply goes out once though the worker was stopped meanwhile', async () => {
  const { page, harness, delivered, posts } = await held(5)
  await writeReply(page, 'On my own')
  await bubbleOf(page, 'On my own').getByRole('button', { name: 'Undo' }).waitFor()
  await waitUntil(async () => (await harness.alarms()).some((alarm) => alarm.name === 'outbox'), {
    what: 'the alarm that wakes the next worker',
  })
  await harness.stopWorker()
  await harness.fireAlarm('outbox')
  await isSentOnce(page, 'On my own')
  expect(delivered()).toEqual(['On my own'])
  expect(posts()).toBe(1)
})

test('a held reply goes out once though the panel was closed meanwhile', async () => {
  const { page, open, delivered, posts } = await held(5)
  await writeReply(page, 'Behind closed doors')
  await bubbleOf(page, 'Behind closed doors').waitFor()
  await page.close()
  await waitUntil(() => delivered().length > 0, { what: 'the reply to go out' })
  await isSentOnce(await open(), 'Behind closed doors')
  expect(delivered()).toEqual(['Behind closed doors'])
  expect(posts()).toBe(1)
})

test('a held reply goes out once though the browser was closed meanwhile', async () => {
  const { page, harness, open, delivered, posts } = await held(30)
  await writeReply(page, 'See you tomorrow')
  await bubbleOf(page, 'See you tomorrow').waitFor()
  await harness.relaunch()
  expect(posts()).toBe(0)
  await isSentOnce(await open(), 'See you tomorrow')
  expect(delivered()).toEqual(['See you tomorrow'])
  expect(posts()).toBe(1)
})
