import { equal, ok } from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { anchor, anchorTop, arrive, deliver, fromEnd, quiet, watchFirstFrames } from './inPage.ts'
import { launchBrowser, openPage } from './openPage.ts'
import type { PageHooks } from './page/main.tsx'
import { serve } from './serve.ts'

/*
 * What a thread does in a real browser, where components under happy-dom have no layout:
 * `npx tsx test/scroll/behaviours.ts`.
 */
const site = await serve()
const browser = await launchBrowser()

const TESTS: Record<string, (browser: Browser) => Promise<void>> = {
  'opens at the newest message, in the first frame that shows any': async () => {
    const { page } = await open('long', { total: 400, cached: 400 }, watchFirstFrames)
    await page.waitForTimeout(600)
    const frames = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    const first = frames.findIndex((frame) => frame !== 'none')
    ok(
      frames.slice(first).every((frame) => frame === 'newest'),
      frames.slice(0, first + 12).join(' '),
    )
  },
  'follows new messages at the end': async () => {
    const { page } = await open('long', { total: 300, cached: 300 })
    await arrive(page, 'Are you there?')
    await page.getByText('Are you there?').and(page.locator('article *')).first().waitFor()
    ok((await fromEnd(page)) <= 1)
  },
  'stays where it is when scrolled up, and offers the way down': async () => {
    const { page } = await open('long', { total: 300, cached: 300 })
    await page.mouse.move(200, 300)
    for (let n = 0; n < 10; n++) await page.mouse.wheel(0, -200)
    await quiet(page)
    const before = await anchor(page)
    await arrive(page, 'Are you there?')
    const pill = page.getByRole('button', { name: 'New messages' })
    await pill.waitFor()
    ok(Math.abs((await anchorTop(page, before.text)) - before.top) <= 1)
    await pill.click()
    await page.waitForFunction(() => {
      const log = document.querySelector('[role=log]') as HTMLElement
      return log.scrollHeight - log.scrollTop - log.clientHeight <= 1
    })
    await pill.waitFor({ state: 'detached' })
  },
  'keeps the place when a message far above changes its height': async () => {
    const { page } = await open('long', { total: 300, cached: 300 })
    await page.mouse.move(200, 300)
    for (let n = 0; n < 8; n++) await page.mouse.wheel(0, -200)
    await quiet(page)
    const before = await anchor(page)
    await page.evaluate(async () => {
      const { db } = (window as unknown as { parley: PageHooks }).parley
      const rows = await db.messages.orderBy('sentAt').reverse().limit(60).toArray()
      const text = 'edited, and longer than it was before\n'.repeat(4)
      await db.messages.bulkPut(rows.slice(45).map((row) => ({ ...row, text })))
    })
    await quiet(page)
    ok(Math.abs((await anchorTop(page, before.text)) - before.top) <= 1)
  },
  'shows the own bubble at once, goes down to it, and keeps it when it becomes a message': async () => {
    const { page } = await open('long', { total: 300, cached: 300 })
    await page.mouse.move(200, 300)
    for (let n = 0; n < 10; n++) await page.mouse.wheel(0, -200)
    await quiet(page)
    const box = page.getByRole('textbox')
    await box.fill('On my way')
    await box.press('Enter')
    const bubble = page.getByRole('article').filter({ hasText: 'On my way' })
    await bubble.filter({ hasText: 'Sending' }).waitFor()
    equal(await box.inputValue(), '')
    ok((await fromEnd(page)) <= 1)
    ok(await box.evaluate((element) => element === document.activeElement))
    await bubble.evaluate((element) => element.setAttribute('data-mark', 'same'))
    await deliver(page)
    await bubble.filter({ hasText: 'Sent' }).waitFor()
    equal(await bubble.count(), 1)
    equal(await bubble.getAttribute('data-mark'), 'same')
    ok((await fromEnd(page)) <= 1)
  },
  'takes a failed reply back into the box': async () => {
    const { page } = await open('failed')
    await page.getByRole('textbox').fill('Written meanwhile')
    await page.getByRole('button', { name: 'Edit' }).click()
    const box = page.getByRole('textbox')
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('15:15'))
    equal(await box.inputValue(), 'She can, from 15:15 on.\nWritten meanwhile')
    ok(await box.evaluate((element) => element === document.activeElement))
    equal(await page.getByText('Failed', { exact: true }).count(), 0)
  },
  'fills a gap without moving what stands below it': async () => {
    const { page } = await open('gap')
    const button = page.getByRole('button', { name: 'Load missing messages' })
    await button.scrollIntoViewIfNeeded()
    await quiet(page)
    const before = await anchor(page)
    await button.click()
    await button.waitFor({ state: 'detached' })
    await quiet(page)
    ok(Math.abs((await anchorTop(page, before.text)) - before.top) <= 1)
  },
  'stays at the end while the reply box grows and the window changes': async () => {
    const { page } = await open('long', { total: 300, cached: 300 })
    await page.getByRole('textbox').fill('line\n'.repeat(12))
    await quiet(page)
    ok((await fromEnd(page)) <= 1)
    const height = await page.getByRole('textbox').evaluate((element) => element.clientHeight)
    ok(height <= 0.4 * 700)
    await page.setViewportSize({ width: 320, height: 600 })
    await quiet(page)
    ok((await fromEnd(page)) <= 1)
  },
  'tells the worker what is on screen, and reads what was looked at': async () => {
    const { page } = await open('unread')
    await page.waitForFunction(async () => {
      const { db, conversationId } = (window as unknown as { parley: PageHooks }).parley
      return (await db.conversations.get(conversationId))?.unread === 0
    })
    await page.waitForFunction(() => {
      const { asked, shown, conversationId } = (window as unknown as { parley: PageHooks }).parley
      const named = ['openConversation', 'drain'].every((name) => asked.some((call) => call.name === name))
      return named && shown.includes(conversationId)
    })
  },
  'does not read again what was marked unread while open': async () => {
    const { page } = await open('talk')
    await page.getByRole('button', { name: 'Mark as unread' }).click()
    await page.waitForTimeout(1500)
    const unread = await page.evaluate(async () => {
      const { db, conversationId } = (window as unknown as { parley: PageHooks }).parley
      return (await db.conversations.get(conversationId))?.unread
    })
    equal(unread, 1)
  },
}

let failed = 0
for (const [name, test] of Object.entries(TESTS)) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue
  try {
    await test(browser)
    console.log(`passed  ${name}`)
  } catch (error) {
    failed++
    console.log(`FAILED  ${name}\n${String(error)}`)
  }
}
await browser.close()
await site.close()
process.exitCode = failed === 0 ? 0 : 1

async function open(
  scene: string,
  query: Record<string, number> = {},
  before?: (page: Page) => Promise<void>,
) {
  const search = Object.entries(query).map(([key, value]) => `&${key}=${value}`)
  const opened = await openPage(
    browser,
    `${site.url}?scene=${scene}${search.join('')}`,
    { width: 400, height: 700 },
    before,
  )
  await opened.page.getByRole('article').last().waitFor()
  await quiet(opened.page)
  return opened
}
