import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { chooseFiles } from './harness/chooseFiles.ts'
import { imported } from './harness/imported.ts'
import { plantFile } from './harness/plantFile.ts'
import { openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const UPLOAD = 'POST /conversations/upload-attachment'
const DOWNLOAD = 'POST /conversations/download-media'
const SEND = 'POST /conversations/send'
const CHART = { name: 'chart.png', mimeType: 'image/png', buffer: Buffer.from('made-up picture') }
const OFFER = { name: 'offer.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300_000, 7) }

async function thread(prepare: (scene: Awaited<ReturnType<typeof story>>) => void = () => undefined) {
  const scene = await story({ sandbox: { conversations: 6, accounts: 1 } })
  const { harness, sandbox } = scene
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  prepare(scene)
  await imported(harness)
  const open = () => openThread(harness, conversation.accountId, conversation.key)
  return { ...scene, conversation, open, page: await open() }
}

const boxOf = (page: Page) => page.getByRole('textbox', { name: /^Reply to/ })
const tray = (page: Page) => page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')
const bubbleOf = (page: Page, text: string) =>
  page.getByRole('log').getByRole('article').filter({ hasText: text })

async function drop(page: Page, name: string): Promise<void> {
  const data = await page.evaluateHandle((file) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['dropped'], file, { type: 'text/plain' }))
    return transfer
  }, name)
  const log = page.getByRole('log')
  await log.dispatchEvent('dragover', { dataTransfer: data })
  await page.getByText('Drop to attach').waitFor()
  await log.dispatchEvent('drop', { dataTransfer: data })
}

async function paste(page: Page, name: string): Promise<void> {
  await boxOf(page).evaluate((box, file) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(['pasted'], file, { type: 'image/png' }))
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
    // Firefox takes no files from who makes the event.
    Object.defineProperty(event, 'clipboardData', { value: clipboardData })
    box.dispatchEvent(event)
  }, name)
}

test('files chosen, pasted and dropped go out with the reply, once, and leave nothing behind', async () => {
  const { page, sandbox, harness, conversation } = await thread()
  await chooseFiles(page, { button: 'Attach files', input: 'Files to attach', files: [CHART, OFFER] })
  await paste(page, 'image.png')
  await drop(page, 'notes.txt')
  await waitUntil(async () => (await tray(page).count()) === 4, { what: 'four files in the box' })
  await page.getByText(/takes no message without text/).waitFor()
  await tray(page).getByRole('button', { name: 'Remove notes.txt' }).press('Enter')
  await boxOf(page).fill('Here they are')
  await boxOf(page).press('Enter')
  const bubble = bubbleOf(page, 'Here they are')
  await bubble.getByText('Sent', { exact: true }).waitFor({ timeout: 30_000 })
  expect(await bubble.count()).toBe(1)
  for (const name of ['chart.png', 'offer.pdf', 'image.png'])
    expect(await bubble.textContent()).toContain(name)
  expect(await tray(page).count()).toBe(0)
  expect(sandbox.deliveries(conversation.key)).toMatchObject([
    { text: 'Here they are', files: ['chart.png', 'offer.pdf', 'image.png'] },
  ])
  expect(sandbox.world.assets[1]?.bytes.equals(OFFER.buffer)).toBe(true)
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('files wait in the box like a draft, and survive a closed page, a stopped worker and a restarted browser', async () => {
  const { page, open, sandbox, harness, conversation } = await thread()
  await page.locator('input[type=file]').setInputFiles([CHART])
  await tray(page).getByText('chart.png').waitFor()
  await boxOf(page).fill('Tomorrow then')
  await waitUntil(async () => JSON.stringify(await harness.storageDump()).includes('Tomorrow then'), {
    what: 'the draft on the disk',
  })
  await harness.stopWorker()
  await page.close()
  await harness.relaunch()
  const again = await open()
  await tray(again).getByText('chart.png').waitFor()
  await waitUntil(async () => (await boxOf(again).inputValue()) === 'Tomorrow then', { what: 'the text' })
  await boxOf(again).press('Enter')
  await bubbleOf(again, 'Tomorrow then').getByText('Sent', { exact: true }).waitFor({ timeout: 30_000 })
  expect(sandbox.deliveries(conversation.key)).toMatchObject([
    { text: 'Tomorrow then', files: ['chart.png'] },
  ])
})

test('an upload under way can be cancelled: text and files are in the box again, and nothing was sent', async () => {
  const { page, sandbox } = await thread(({ sandbox: api }) => {
    api.fault({ route: UPLOAD, skip: 1, effect: { hang: true } })
  })
  await page.locator('input[type=file]').setInputFiles([CHART, OFFER])
  await waitUntil(async () => (await tray(page).count()) === 2, { what: 'two files in the box' })
  await boxOf(page).fill('Wait')
  await boxOf(page).press('Enter')
  const bubble = bubbleOf(page, 'Wait')
  await bubble.getByRole('progressbar', { name: '1 of 2 files uploaded' }).waitFor({ timeout: 30_000 })
  await bubble.getByRole('button', { name: 'Cancel' }).click()
  await bubble.waitFor({ state: 'detached' })
  await waitUntil(async () => (await tray(page).count()) === 2, { what: 'the files in the box' })
  await waitUntil(async () => (await boxOf(page).inputValue()) === 'Wait', { what: 'the text in the box' })
  expect(sandbox.requests({ route: SEND })).toEqual([])
})

test('a worker that dies while files go up is followed by one that sends them once, without those that are up', async () => {
  const { page, sandbox, harness, conversation } = await thread()
  const lift = sandbox.fault({ route: UPLOAD, skip: 1, effect: { hang: true } })
  await page.locator('input[type=file]').setInputFiles([CHART, OFFER])
  await waitUntil(async () => (await tray(page).count()) === 2, { what: 'two files in the box' })
  await boxOf(page).fill('Through thick and thin')
  await boxOf(page).press('Enter')
  await bubbleOf(page, 'Through thick').getByText('1 of 2 files uploaded').waitFor({ timeout: 30_000 })
  await page.close()
  await harness.stopWorker()
  lift()
  await harness.wakeWorker()
  await harness.fireAlarm('outbox')
  await waitUntil(() => sandbox.deliveries(conversation.key).length > 0, {
    timeout: 60_000,
    what: 'the reply',
  })
  expect(sandbox.deliveries(conversation.key)).toMatchObject([{ files: ['chart.png', 'offer.pdf'] }])
  expect(sandbox.requests({ route: UPLOAD }).map(({ query }) => query.filename)).toEqual([
    'chart.png',
    'offer.pdf',
    'offer.pdf',
  ])
})

test('an upload that failed says which file and why; what is too large or empty is told before', async () => {
  const { page, sandbox, conversation } = await thread()
  sandbox.fault({ route: UPLOAD, effect: { status: 400, body: { error: 'No such luck' } } })
  await page
    .locator('input[type=file]')
    .setInputFiles([
      CHART,
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      { name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(20_000_001) },
    ])
  await page.getByText('“empty.txt” is empty.').waitFor()
  await page.getByText('“film.mov” is larger than 20 MB, which is the most Parley sends.').waitFor()
  await boxOf(page).fill('Just this')
  await boxOf(page).press('Enter')
  const bubble = bubbleOf(page, 'Just this')
  await bubble.getByText(/“chart.png” could not be uploaded.*No such luck/).waitFor({ timeout: 30_000 })
  await bubble.getByRole('button', { name: 'Send again' }).press('Enter')
  await bubble.getByText('Sent', { exact: true }).waitFor({ timeout: 30_000 })
  expect(sandbox.deliveries(conversation.key)).toMatchObject([{ files: ['chart.png'] }])
})

test('a received picture is fetched when asked for, through the API alone, and shown; a file is saved as it is', async () => {
  const hostile = 'rec\u202Efdp.exe'
  const scene = await thread(({ sandbox: api }) => {
    plantFile(api, { name: 'team.jpg', mediaType: 'image/jpeg' })
    plantFile(api, { name: hostile, mediaType: 'application/x-msdownload' })
    plantFile(api, { name: '<img src=x onerror=alert(1)>.svg', mediaType: 'image/svg+xml' })
  })
  const { page, sandbox, harness } = scene
  const away: string[] = []
  harness.context.on('request', (request) => {
    if (/(linkedin|licdn)\.com$/.test(new URL(request.url()).hostname)) away.push(request.url())
  })
  const preview = page.getByRole('button', { name: 'Preview team.jpg' })
  await preview.waitFor()
  expect(sandbox.requests({ route: DOWNLOAD })).toEqual([])
  await preview.press('Enter')
  const picture = page.getByRole('img', { name: 'team.jpg' })
  await picture.waitFor()
  await waitUntil(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth === 240), {
    what: 'the picture to be painted',
  })
  expect(await picture.getAttribute('src')).toMatch(/^blob:/)
  await page.getByRole('button', { name: 'Hide team.jpg' }).click()
  await picture.waitFor({ state: 'detached' })
  const saved = await harness.savedBy(page, () => page.getByRole('button', { name: /^Save rec/ }).click())
  expect(saved.name).toBe('recfdp.exe')
  expect(saved.text).toContain('Sandbox file')
  expect(await page.getByRole('button', { name: /^Preview .*svg/ }).count()).toBe(0)
  expect(sandbox.requests({ route: DOWNLOAD })).toHaveLength(2)
  expect(away).toEqual([])
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('a received file that cannot be had says why', async () => {
  const { page } = await thread(({ sandbox: api }) => {
    plantFile(api, { name: 'gone.png', mediaType: 'image/png' })
    api.fault({ route: DOWNLOAD, effect: { status: 404 } })
  })
  await page.getByRole('button', { name: 'Save gone.png' }).click()
  await page.getByRole('log').getByRole('alert').filter({ hasText: 'The API does not know this' }).waitFor()
})
