import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { submitKey } from './harness/connectInbox.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { overhear } from './harness/overhear.ts'
import { openThread, sentMark, story, writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const KEY = 'made-up-key-that-is-easy-to-find'
const WRONG = 'made-up-key-that-nobody-accepts'
const PAGES = ['popup.html', 'sidepanel.html#/', 'sidepanel.html#/search?q=key', 'options.html'] as const

/** Where a secret is found on a page: its markup, and what its inputs hold. */
async function foundOn(page: Page, secret: string): Promise<string[]> {
  const inputs = await page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))
  const places = {
    content: await page.content(),
    title: await page.title(),
    url: page.url(),
    inputs: inputs.join(),
  }
  return Object.entries(places).flatMap(([place, text]) =>
    text.includes(secret) ? [`${page.url()} ${place}`] : [],
  )
}

/** Opens every page and looks for a secret on it. */
async function foundOnPages(harness: Harness, secret: string): Promise<string[]> {
  const found: string[] = []
  for (const path of PAGES) {
    const page = await harness.openPage(path)
    await page.getByRole('heading').first().waitFor()
    found.push(...(await foundOn(page, secret)))
    await page.close()
  }
  return found
}

/** Everything kept on this machine but the one place that is the key's; a secret must not be in it. */
async function foundInStorage(harness: Harness, secret: string): Promise<string[]> {
  const { local, ...elsewhere } = await harness.storageDump()
  const { apiKey: _, ...others } = local
  const rest = await harness.probe.evaluate(async () => ({
    sessionStorage: { ...sessionStorage },
    sync: await chrome.storage.sync?.get(null),
    caches: await caches.keys(),
    cookies: document.cookie,
    badge: [await chrome.action.getBadgeText({}), await chrome.action.getTitle({})],
    alarms: await chrome.alarms.getAll(),
  }))
  const places: Record<string, unknown> = { local: others, ...elsewhere, ...rest }
  return Object.entries(places).flatMap(([place, kept]) =>
    JSON.stringify(kept)?.includes(secret) ? [place] : [],
  )
}

/** What the user can take out of the extension: the export and the report. */
async function exportsOf(harness: Harness): Promise<string> {
  const page = await harness.openPage('options.html', { width: 900 })
  await harness.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { text: file } = await harness.savedBy(page, () =>
    page.getByRole('button', { name: 'Export' }).click(),
  )
  await page.getByRole('button', { name: 'Copy report' }).click()
  await page.getByText('Copied', { exact: true }).waitFor()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(JSON.parse(file)).toHaveProperty('messages')
  expect(JSON.parse(report)).toHaveProperty('requests')
  await page.close()
  return file + report
}

test('the key is in its own storage and in the header of requests, and nowhere else', async () => {
  const { harness, sandbox } = await story({
    firstRun: true,
    sandbox: { conversations: 12, accounts: 1, key: KEY },
  })
  const heard = await overhear(harness)
  const first = await harness.openPage('options.html', { width: 900 })
  await submitKey(first, KEY)
  await first.getByRole('heading', { name: 'Connect your inbox' }).waitFor({ state: 'hidden' })
  await imported(harness)
  expect(await foundOn(first, KEY)).toEqual([])

  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  const page = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
  await writeReply(page, 'Nothing to hide')
  await sentMark(page, 'Nothing to hide').waitFor()
  expect(await foundOn(page, KEY)).toEqual([])

  expect(await foundOnPages(harness, KEY)).toEqual([])
  expect(await foundInStorage(harness, KEY)).toEqual([])
  expect((await harness.storageDump()).local.apiKey).toMatchObject({ keeping: 'stored', key: KEY })
  expect(await exportsOf(harness)).not.toContain(KEY)
  expect(heard.commands()).toEqual(expect.arrayContaining(['connect', 'openConversation', 'drain']))
  expect(heard.all().join('\n')).toContain('"ok":true')
  expect(heard.all().join('\n')).not.toContain(KEY)
  expect(sandbox.violations().filter((one) => one.kind === 'key-outside-header')).toEqual([])
  expect(sandbox.requests().every((request) => request.headers.authorization === 'ok')).toBe(true)
})

test.each([
  [401, { message: `Unauthorized - Invalid credentials: Bearer ${KEY}` }],
  [403, { success: false, code: 'forbidden', message: `Trial of ${KEY} has expired, ${KEY.toUpperCase()}` }],
  [500, `upstream said: authorization: ${KEY} ${KEY}`],
])(
  'an API that answers %i and repeats the key does not get it stored, shown or told',
  async (status, body) => {
    const { harness, sandbox } = await story({
      sandbox: { conversations: 6, accounts: 1, unread: 0, key: KEY },
    })
    await imported(harness)
    const heard = await overhear(harness)
    const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
    const page = await openThread(harness, conversation?.accountId ?? '', conversation?.key ?? '')
    const issues = [{ path: ['authorization', KEY], message: `Bad ${KEY}` }]
    const refusal = { success: false, error: { name: 'ZodError', issues } }
    const route = 'POST /conversations/send'
    sandbox.fault({ route, times: 'always', effect: { status: 400, body: refusal } })
    sandbox.fault({ times: 'always', effect: { status, body, headers: { 'x-echo': KEY } } })
    const asked = () => sandbox.requests().filter((request) => request.fault !== undefined).length
    await writeReply(page, 'Will this arrive?')
    await page.getByRole('log').getByText('Failed', { exact: true }).waitFor()
    await page.reload()
    await page.getByRole('log').waitFor()
    await harness.fireAlarm('poll')
    await waitUntil(() => asked() >= 2, { what: 'the API to repeat the key' })
    await waitUntil(async () => (await failuresIn(harness)) >= 2, { what: 'the failures to be noted' })

    const spellings = [KEY, KEY.toUpperCase()]
    for (const key of spellings) {
      expect(await foundOn(page, key)).toEqual([])
      expect(await foundOnPages(harness, key)).toEqual([])
      expect(await foundInStorage(harness, key)).toEqual([])
      expect(heard.all().join('\n')).not.toContain(key)
    }
    const taken = await exportsOf(harness)
    for (const key of spellings) expect(taken).not.toContain(key)
  },
)

test('a key that is refused stays in the box it was typed into, and nowhere else', async () => {
  const { harness, sandbox } = await story({ firstRun: true, sandbox: { conversations: 3, accounts: 1 } })
  const heard = await overhear(harness)
  sandbox.fault({ times: 'always', effect: { status: 401, body: { error: `Unknown key ${WRONG}` } } })
  const page = await harness.openPage('options.html', { width: 900 })
  await submitKey(page, WRONG)
  await page.getByRole('alert').getByText('rejected').waitFor()
  expect(await foundOn(page, WRONG)).toEqual([`${page.url()} inputs`])
  expect(await foundInStorage(harness, WRONG)).toEqual([])
  expect(JSON.stringify(await harness.storageDump())).not.toContain(WRONG)
  expect(heard.all().join('\n')).not.toContain(WRONG)
  expect(sandbox.requests().filter((request) => JSON.stringify(request).includes(WRONG))).toEqual([])
})

/** How many requests the ledger calls failed. */
async function failuresIn(harness: Harness): Promise<number> {
  const { ledger } = (await harness.storageDump()).indexedDB.parley ?? {}
  return (ledger ?? []).filter((row) => (row as { failure: string | null }).failure !== null).length
}
