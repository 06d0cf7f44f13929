import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cutTexts } from './harness/cutTexts.ts'
import { focusFault } from './harness/focusFault.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { sentMark, story } from './harness/story.ts'
import { violationsOn } from './harness/violationsOn.ts'
import { waitUntil } from './harness/waitUntil.ts'

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')

/** The focus is where it can be seen, at once or as soon as the page has settled. */
async function focusIsSeen(page: Page, when: string): Promise<void> {
  await waitUntil(
    async () => {
      const fault = await page.evaluate(focusFault)
      if (fault !== null) throw new Error(fault)
      return true
    },
    { timeout: 5_000, what: `the focus to be seen: ${when}` },
  )
}

/** Goes on with a key until something has the focus; it is seen on all the way. */
async function walk(page: Page, key: string, selector: string, steps = 40): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(key)
    await focusIsSeen(page, `${key} on the way to ${selector}`)
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`${key} does not lead to ${selector}`)
}

const isFocused = (page: Page, selector: string) =>
  waitUntil(() => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector), {
    what: `${selector} to have the focus`,
  })

test('from the first run to a reply, a search and the options by keyboard alone, the focus is always seen', async () => {
  const { harness, sandbox } = await story({
    firstRun: true,
    sandbox: { conversations: 12, accounts: 1, unread: 3 },
  })
  const panel = await harness.openPage('sidepanel.html')
  await isFocused(panel, 'input[type="password"]')
  await panel.keyboard.type(sandbox.key)
  await panel.keyboard.press('Enter')
  await panel
    .getByRole('heading', { name: /^Connected/ })
    .and(panel.locator(':focus'))
    .waitFor()
  await focusIsSeen(panel, 'connected')
  await rowsOf(panel).first().waitFor()
  await imported(harness)
  await walk(panel, 'Tab', '[data-connected] > button')
  await panel.keyboard.press('Enter')
  await panel.getByRole('heading', { name: /^Connected/ }).waitFor({ state: 'detached' })
  await focusIsSeen(panel, 'the card is closed')

  await walk(panel, 'j', '[data-row]')
  await walk(panel, 'j', '[data-row]')
  await panel.keyboard.press('Enter')
  await panel.getByRole('article').last().waitFor()
  await focusIsSeen(panel, 'a conversation is open')
  await panel.keyboard.press('r')
  await isFocused(panel, 'textarea')
  await panel.keyboard.type('Thank you, Thursday suits me')
  await panel.keyboard.press('Enter')
  await sentMark(panel, 'Thank you, Thursday suits me').waitFor()
  await focusIsSeen(panel, 'a reply was sent')
  // Out of the box, from where Tab goes on, then back to the list.
  await panel.keyboard.press('Escape')
  await panel.keyboard.press('Tab')
  await isFocused(panel, '[data-composer] *')
  await focusIsSeen(panel, 'out of the reply box')
  await panel.keyboard.press('Escape')
  await rowsOf(panel).first().waitFor()
  await focusIsSeen(panel, 'back in the list')

  await panel.keyboard.press('/')
  await isFocused(panel, 'input[type="search"]')
  await panel.keyboard.type('Thursday suits')
  await panel.locator('[data-query][aria-busy=false] [data-row]').first().waitFor()
  await panel.keyboard.press('ArrowDown')
  await isFocused(panel, '[data-row]')
  await focusIsSeen(panel, 'in what was found')
  await panel.keyboard.press('Enter')
  await panel.getByRole('article').last().waitFor()
  await focusIsSeen(panel, 'what was found is open')
  await panel.keyboard.press('Escape')
  await panel.locator('[data-query]').waitFor()
  await focusIsSeen(panel, 'back in what was found')

  const opened = harness.context.waitForEvent('page')
  await panel.keyboard.press('g')
  await panel.keyboard.press(',')
  const options = await opened
  await options.getByRole('heading', { name: 'What changed' }).waitFor()
  await walk(options, 'Tab', 'a[href="#keyboard"]')
  await options.keyboard.press('Enter')
  await isFocused(options, 'h2')
  await focusIsSeen(options, 'a section of the options')
  await walk(options, 'Tab', '#keyboard button')
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('beside the list each conversation that follows, by send and done, a move or done, has the focus on its name; back in the list a row has it', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 3 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/', { width: 1000 })
  await rowsOf(panel).nth(4).waitFor()
  const rows = await panel.locator('[data-row]').evaluateAll((all) =>
    all.map((row) => ({
      id: row.getAttribute('data-row') ?? '',
      name: row.querySelector('[dir="auto"]')?.textContent ?? '',
    })),
  )
  const isOpen = async (index: number, focused: string) => {
    const { id = '', name = '' } = rows[index] ?? {}
    await panel.waitForURL(`**/sidepanel.html#/c/${encodeURIComponent(id)}`)
    await panel.getByRole('textbox', { name: /^Reply to/ }).waitFor()
    await isFocused(panel, focused)
    await panel.locator(focused, { hasText: name }).and(panel.locator(':focus')).waitFor()
  }
  await walk(panel, 'j', '[data-row]')
  await panel.keyboard.press('Enter')
  await isOpen(0, '[data-row]')
  await panel.keyboard.press('r')
  await isFocused(panel, 'textarea')
  await panel.keyboard.type('Thank you, that settles it')
  await panel.keyboard.press('Control+Enter')
  await isOpen(1, 'h2')
  await panel.keyboard.press('j')
  await isOpen(2, 'h2')
  await panel.keyboard.press('e')
  await isOpen(3, 'h2')
  await panel.keyboard.press('k')
  await isOpen(1, 'h2')
  await panel.keyboard.press('r')
  await isFocused(panel, 'textarea')
  await panel.keyboard.press('Escape')
  await panel.keyboard.press('Escape')
  await isFocused(panel, `[data-row="${rows[1]?.id}"]`)
  await focusIsSeen(panel, 'back in the list')
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

/** List, conversation, popup and options, as they are once they have come to rest. */
async function openAll(harness: Harness, prepare: (page: Page) => Promise<void>) {
  const open = async (path: string, width = 400) => {
    const page = await harness.openPage(path, { width })
    await prepare(page)
    return page
  }
  const list = await open('sidepanel.html#/')
  await rowsOf(list).nth(2).waitFor()
  const thread = await open('sidepanel.html#/')
  await rowsOf(thread).first().getByRole('button').first().click()
  await thread.getByRole('article').last().waitFor()
  await thread.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  const popup = await open('popup.html', 360)
  await popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem').first().waitFor()
  const options = await open('options.html', 900)
  await options.getByRole('heading', { name: 'What changed' }).waitFor()
  return { list, thread, popup, options }
}

test('with forced colours and without motion nothing moves, and axe finds nothing', async () => {
  const { harness } = await story({ sandbox: { conversations: 12, accounts: 2, unread: 4 } })
  await imported(harness)
  const pages = await openAll(harness, (page) =>
    page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }),
  )
  for (const [name, page] of Object.entries(pages)) {
    await page.bringToFront()
    const isCalm = () => document.getAnimations().every(({ playState }) => playState !== 'running')
    await waitUntil(() => page.evaluate(isCalm), { what: `${name} to rest` })
    expect(await violationsOn(page), name).toEqual([])
  }
  expect(harness.problems()).toEqual([])
})

test('a window of 640 by 720 px at 200 % is read without scrolling aside, and all of it can be reached', async () => {
  const { harness } = await story({ sandbox: { conversations: 12, accounts: 2, unread: 4 } })
  await imported(harness)
  // As the browser lays it out then.
  const { popup, ...pages } = await openAll(harness, (page) =>
    page.setViewportSize({ width: 320, height: 360 }),
  )
  // A popup is as wide as it asks to be.
  await popup.close()
  for (const [name, page] of Object.entries(pages)) {
    await page.bringToFront()
    expect(await page.evaluate(cutTexts), name).toEqual([])
  }
  const box = await pages.thread.getByRole('textbox', { name: /^Reply to/ }).boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(360)
  const log = await pages.thread.getByRole('log').boundingBox()
  expect(log?.height).toBeGreaterThan(60)
  const { list } = pages
  const last = rowsOf(list).last()
  await last.scrollIntoViewIfNeeded()
  const row = await last.boundingBox()
  expect(row?.y).toBeLessThan(360)
})
