import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import type { Scene } from './harness/scene.ts'
import { openThread, sentMark, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const KEY = 'made-up-key-that-is-easy-to-find'
const PASSPHRASE = 'a horse, a battery'
const CHOICE = {
  stored: 'Keep in this browser',
  memory: 'Forget when the browser closes',
  sealed: 'Lock with a passphrase',
} as const

async function connected(): Promise<Scene> {
  const scene = await story({ sandbox: { conversations: 12, accounts: 1, unread: 2, key: KEY } })
  await imported(scene.harness)
  return scene
}

async function openOptions(harness: Harness): Promise<Page> {
  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('radiogroup', { name: 'How the key is kept' }).waitFor()
  return options
}

async function seal(options: Page): Promise<void> {
  await options.getByRole('radio', { name: CHOICE.sealed }).click()
  await options.getByLabel('New passphrase').fill(PASSPHRASE)
  await options.getByLabel('Repeat passphrase').fill(PASSPHRASE)
  await options.getByRole('button', { name: 'Lock with this passphrase' }).click()
  await options.getByRole('button', { name: 'Lock now' }).waitFor()
}

const lockOf = (page: Page) => page.getByRole('region', { name: 'Locked' })
const rowsOf = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
const everythingIn = async (harness: Harness) => JSON.stringify(await harness.storageDump())

/** The panel of a browser without the key: it says so, and shows what was there before. */
async function lockedPanel(harness: Harness, before: string): Promise<Page> {
  const panel = await harness.openPage('sidepanel.html#/')
  await lockOf(panel).getByRole('alert').getByText('Locked.').waitFor()
  await rowsOf(panel).getByText(before).waitFor()
  return panel
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
}

test('a key held in memory is gone after a restart; the inbox stays readable, and the key entered again goes on', async () => {
  const { harness, sandbox } = await connected()
  const options = await openOptions(harness)
  await options.getByRole('radio', { name: CHOICE.memory }).click()
  await waitUntil(async () => !JSON.stringify((await harness.storageDump()).local).includes(KEY), {
    what: 'the key to leave the disk',
  })
  // It goes on working, over a restart of the worker too.
  sandbox.receive({ text: 'While it is in memory' })
  await harness.stopWorker()
  await harness.fireAlarm('poll')
  const before = await harness.openPage('sidepanel.html#/')
  await rowsOf(before).getByText('While it is in memory').waitFor()

  await harness.relaunch()
  expect(await everythingIn(harness)).not.toContain(KEY)
  sandbox.clearRecorder()
  sandbox.receive({ text: 'While it was gone' })
  const panel = await lockedPanel(harness, 'While it is in memory')
  await panel.getByRole('status').getByText('Locked').waitFor()
  await waitUntil(async () => (await harness.badge()) === '!', { what: 'the badge to call' })
  expect(sandbox.requests()).toEqual([])
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  await lockOf(popup).getByRole('button', { name: 'Open settings' }).waitFor()
  expect(await popup.getByRole('heading', { name: 'Connect your inbox' }).count()).toBe(0)

  await panel.bringToFront()
  await panel.getByLabel('API key').fill(KEY)
  await panel.getByRole('button', { name: 'Continue' }).click()
  await lockOf(panel).waitFor({ state: 'hidden' })
  await rowsOf(panel).getByText('While it was gone').waitFor()
  expect(JSON.stringify((await harness.storageDump()).local)).not.toContain(KEY)
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('a sealed key leaves no trace on the disk, and is opened by its passphrase only', async () => {
  const { harness, sandbox } = await connected()
  const options = await openOptions(harness)
  await seal(options)
  const { local, session, ...rest } = await harness.storageDump()
  for (const secret of [KEY, PASSPHRASE, btoa(KEY)]) {
    expect(JSON.stringify([local, rest])).not.toContain(secret)
  }
  expect(JSON.stringify(session)).not.toContain(PASSPHRASE)
  expect(local).toMatchObject({ apiKey: { keeping: 'sealed', sealed: { iterations: 600_000 } } })
  sandbox.receive({ text: 'While it is open' })
  await options.reload()
  await harness.fireAlarm('poll')
  const before = await harness.openPage('sidepanel.html#/')
  await rowsOf(before).getByText('While it is open').waitFor()

  await harness.relaunch()
  expect(await everythingIn(harness)).not.toContain(KEY)
  sandbox.clearRecorder()
  sandbox.receive({ text: 'While it was locked' })
  const panel = await lockedPanel(harness, 'While it is open')
  await unlock(panel, 'not this one')
  await panel.getByText('The passphrase is wrong').waitFor()
  expect(await panel.getByLabel('Passphrase').inputValue()).toBe('not this one')
  expect(sandbox.requests()).toEqual([])
  expect(await panel.content()).not.toContain('not this one')
  await unlock(panel, PASSPHRASE)
  await lockOf(panel).waitFor({ state: 'hidden' })
  await rowsOf(panel).getByText('While it was locked').waitFor()
  await panel.getByRole('status').getByText('Updated').waitFor()
  await waitUntil(async () => Number(await harness.badge()) > 0, { what: 'the badge to count again' })
  expect(JSON.stringify((await harness.storageDump()).local)).not.toContain(KEY)
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('it locks itself after the time without use, holds replies back, and sends them once it is unlocked', async () => {
  const { harness, sandbox } = await connected()
  const options = await openOptions(harness)
  await seal(options)
  await options.getByLabel('Lock by itself').selectOption('After 15 minutes')
  await waitUntil(
    async () => JSON.stringify((await harness.storageDump()).local).includes('"lockAfter":15'),
    {
      what: 'the choice to be stored',
    },
  )
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  await options.close()
  // Any poll books the alarm; what it does is decided by the time of the last use alone.
  await harness.fireAlarm('poll')
  await waitUntil(async () => (await harness.alarms()).some(({ name }) => name === 'lock'), {
    what: 'the alarm of the lock',
  })
  await harness.fireAlarm('lock')
  const before = Date.now()
  const page = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
  await page.getByRole('article').last().waitFor()
  // Opening it is a use, which is noted after its first paint.
  const usedAt = () =>
    harness.probe.evaluate(async () => Number((await chrome.storage.session.get('keyUsedAt')).keyUsedAt))
  await waitUntil(async () => (await usedAt()) >= before, { what: 'the use to be noted' })
  const opened = () =>
    harness.probe.evaluate(async () => 'openKey' in (await chrome.storage.session.get(null)))
  expect(await opened()).toBe(true)

  await harness.probe.evaluate(
    (ago) => chrome.storage.session.set({ keyUsedAt: Date.now() - ago }),
    16 * 60_000,
  )
  await harness.stopWorker()
  await harness.fireAlarm('lock')
  await waitUntil(async () => !(await opened()), { what: 'the key to be closed' })
  await waitUntil(async () => (await harness.badge()) === '!', { what: 'the badge to call' })
  sandbox.clearRecorder()
  await writeReply(page, 'Written behind a lock')
  const bubble = page.getByRole('log').getByRole('article').filter({ hasText: 'Written behind a lock' })
  await bubble.getByText('waits until Parley is unlocked').waitFor()
  await harness.fireAlarm('poll')
  expect(sandbox.requests()).toEqual([])

  const wide = await harness.openPage('sidepanel.html#/', { width: 900 })
  await unlock(wide, PASSPHRASE)
  await page.bringToFront()
  await sentMark(page, 'Written behind a lock').waitFor()
  expect(sandbox.deliveries(conversation?.key).map((one) => one.text)).toEqual(['Written behind a lock'])
  expect(harness.problems()).toEqual([])
})

test('a key that lay unused too long is locked by the first touch, before any alarm', async () => {
  const { harness } = await connected()
  await seal(await openOptions(harness))
  await harness.probe.evaluate(
    (ago) => chrome.storage.session.set({ keyUsedAt: Date.now() - ago }),
    9 * 3_600_000,
  )
  const panel = await harness.openPage('sidepanel.html#/')
  await lockOf(panel).waitFor()
  expect(await everythingIn(harness)).not.toContain(KEY)
})

test('"Lock now" locks every page, another key takes over the passphrase, and the choice can be taken back', async () => {
  const { harness, sandbox } = await connected()
  const options = await openOptions(harness)
  await seal(options)
  const panel = await harness.openPage('sidepanel.html#/')
  await rowsOf(panel).first().waitFor()
  await options.bringToFront()
  await options.getByRole('button', { name: 'Lock now' }).click()
  await lockOf(options).waitFor()
  expect(await options.getByRole('radio', { name: CHOICE.stored }).isDisabled()).toBe(true)
  await panel.bringToFront()
  await lockOf(panel).waitFor()
  await unlock(panel, PASSPHRASE)
  await lockOf(panel).waitFor({ state: 'hidden' })

  await options.bringToFront()
  await lockOf(options).waitFor({ state: 'hidden' })
  await options.getByRole('button', { name: 'Replace key' }).click()
  await options.getByLabel('API key').fill(KEY)
  await options.getByLabel('Your passphrase').fill('not this one')
  await options.getByRole('button', { name: 'Use this key' }).click()
  await options.getByText('The passphrase is wrong').waitFor()
  await options.getByLabel('Your passphrase').fill(PASSPHRASE)
  await options.getByRole('button', { name: 'Use this key' }).click()
  await options.getByText('The new key works and is in use.').waitFor()
  expect(JSON.stringify((await harness.storageDump()).local)).not.toContain(KEY)

  await options.getByRole('radio', { name: CHOICE.stored }).click()
  const stored = async () => JSON.stringify((await harness.storageDump()).local).includes(KEY)
  await waitUntil(stored, { what: 'the key to be stored again' })
  await harness.relaunch()
  sandbox.receive({ text: 'After the restart' })
  const again = await harness.openPage('sidepanel.html#/')
  await rowsOf(again).getByText('After the restart').waitFor()
  expect(await lockOf(again).count()).toBe(0)
  const { session } = await harness.storageDump()
  expect(JSON.stringify(session)).not.toContain(KEY)
  expect(harness.problems()).toEqual([])
})

test('a forgotten passphrase costs nothing but entering the key again, which is then held in memory', async () => {
  const { harness, sandbox } = await connected()
  await seal(await openOptions(harness))
  await harness.relaunch()
  sandbox.receive({ text: 'Still here' })
  const options = await openOptions(harness)
  await lockOf(options).getByRole('button', { name: 'Forgot it?' }).click()
  await lockOf(options).getByLabel('API key').fill(KEY)
  await lockOf(options).getByRole('button', { name: 'Continue' }).click()
  await lockOf(options).waitFor({ state: 'hidden' })
  expect(await options.getByRole('radio', { name: CHOICE.memory }).isChecked()).toBe(true)
  expect((await harness.storageDump()).local).toEqual({ apiKey: { keeping: 'memory' } })
  const panel = await harness.openPage('sidepanel.html#/')
  await rowsOf(panel).getByText('Still here', { exact: true }).waitFor()
})
