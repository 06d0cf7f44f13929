import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOSTILE_TEXTS } from '../fixtures/hostile/hostileTexts.ts'
import { HOSTILE_ACCOUNTS, type HostileWorld, plantHostile } from '../fixtures/hostile/plantHostile.ts'
import type { Conversation } from '../sandbox/world/types.ts'
import { connectInbox } from './harness/connectInbox.ts'
import { imported } from './harness/imported.ts'
import { type Scene, startScene } from './harness/scene.ts'
import { waitUntil } from './harness/waitUntil.ts'
import { layoutFaults, linkFaults } from './hostile/layout.ts'
import { longestStall, startStallWatch } from './hostile/stall.ts'
import { type Watch, watchFor } from './hostile/watch.ts'

const NARROW = { width: 320, height: 720 }
const nextFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

let scene: Scene
let world: HostileWorld
let watch: Watch

beforeAll(async () => {
  scene = await startScene({
    firstRun: true,
    sandbox: { accounts: HOSTILE_ACCOUNTS, conversations: 0, rateLimit: false },
  })
  world = plantHostile(scene.sandbox.world)
  const { harness, sandbox } = scene
  watch = await watchFor(harness, sandbox.baseUrl)
  const options = await harness.openPage('options.html', { width: 900 })
  await connectInbox(options, sandbox.key)
  await imported(harness)
  await options.close()
}, 240_000)
afterAll(() => scene?.stop())

/** Rows that were just put in are measured a frame or two later: only what stays wrong is wrong. */
const expectLayout = (page: Page, rows: string) =>
  expect.poll(() => layoutFaults(page, rows), { interval: 50, timeout: 5_000 }).toEqual([])

const addressOf = ({ accountId, key }: Conversation) =>
  `#/c/${encodeURIComponent(`${accountId}/inbox/${key}`)}`

/** Whether the log says that it is complete; a message that says so does not count. */
function isAtBeginning(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="log"] *')].some(
      (element) => element.innerHTML === 'Beginning of conversation' && !element.closest('article'),
    ),
  )
}

/** Scrolls a scroller from one end to the other, looking at each stop. */
async function scrollThrough(
  page: Page,
  scroller: string,
  direction: 1 | -1,
  look: () => Promise<void>,
  ended: () => Promise<boolean>,
): Promise<void> {
  for (let stops = 0; stops < 2_000; stops++) {
    await nextFrames(page)
    await look()
    const moved = await page.evaluate(
      ({ selector, by }) => {
        const element = document.querySelector(selector)
        if (!element) throw new Error(`Nothing scrolls: ${selector}`)
        const before = element.scrollTop
        element.scrollTop += by * element.clientHeight * 0.8
        return element.scrollTop !== before
      },
      { selector: scroller, by: direction },
    )
    if (!moved && (await ended())) return
  }
  throw new Error('It never ends')
}

test('a thread of hostile texts, senders and attachments stays a thread of texts', async () => {
  const page = await scene.harness.openPage(`sidepanel.html${addressOf(world.gauntlet)}`, NARROW)
  await page.getByRole('article').last().waitFor()
  const shown = new Set<string>()
  await scrollThrough(
    page,
    '[role="log"]',
    -1,
    async () => {
      await expectLayout(page, 'article')
      expect(await linkFaults(page)).toEqual([])
      for (const text of await page.getByRole('article').allTextContents()) shown.add(text)
    },
    () => isAtBeginning(page),
  )
  const all = [...shown].join('\n')
  const linkless = HOSTILE_TEXTS.filter((text) => !/:\/\/|www\.|@|mailto:|tel:/i.test(text))
  const expected = linkless.map((text) =>
    text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/(\p{M}{30})\p{M}+/gu, '$1'),
  )
  expect(expected.filter((text) => !all.includes(text))).toEqual([])
  expect(expected.length).toBeGreaterThan(150)
  await page.close()
  expect(watch.happened()).toEqual([])
}, 240_000)

test('texts of a megabyte open about as fast as any other thread', async () => {
  const page = await scene.harness.openPage('sidepanel.html#/', NARROW)
  const open = async (conversation: Conversation) => {
    await page.evaluate((hash) => location.assign(hash), addressOf(conversation))
    await page.getByRole('log', { name: `Messages with ${conversation.people[0]?.name}` }).waitFor()
    await page.getByRole('article').last().waitFor()
    await nextFrames(page)
    return longestStall(page)
  }
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor()
  await startStallWatch(page)
  let usual = 0
  for (const conversation of world.ordinary) usual = Math.max(usual, await open(conversation))
  const slow: string[] = []
  for (const [name, conversation] of Object.entries(world.heavy)) {
    const stall = await open(conversation)
    if (stall > Math.max(usual, 100) * 8)
      slow.push(`${name}: ${Math.round(stall)} ms, usually ${Math.round(usual)}`)
    await expectLayout(page, 'article')
    const more = page.getByRole('button', { name: 'Show more' })
    await more.click()
    await nextFrames(page)
    await expectLayout(page, 'article')
  }
  expect(slow).toEqual([])
  await page.close()
  expect(watch.happened()).toEqual([])
}, 240_000)

test('marks stacked as high as a screen cover nothing that others wrote', async () => {
  const page = await scene.harness.openPage('sidepanel.html#/', NARROW)
  for (const name of ['combining marks in two places', 'combining marks in one place']) {
    const conversation = world.heavy[name]
    if (!conversation) throw new Error(`No thread of ${name}`)
    await page.evaluate((hash) => location.assign(hash), addressOf(conversation))
    await page.getByRole('log', { name: `Messages with Heavy ${name}` }).waitFor()
    const bubble = page.getByRole('article').last()
    await bubble.getByRole('button', { name: 'Show more' }).waitFor()
    await nextFrames(page)
    const box = await bubble.boundingBox()
    if (!box) throw new Error('The message is not in view')
    const clip = { x: 0, y: 0, width: NARROW.width, height: box.y }
    const withText = await page.screenshot({ clip })
    await bubble
      .locator('span[dir="auto"]')
      .first()
      .evaluate((text) => text.style.setProperty('visibility', 'hidden'))
    expect(withText.equals(await page.screenshot({ clip })), name).toBe(true)
  }
  await page.close()
})

test('lists of hostile names, headlines and previews keep their rows', async () => {
  for (const width of [320, 900]) {
    const page = await scene.harness.openPage('sidepanel.html#/', { ...NARROW, width })
    const row = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
    await row.first().waitFor()
    let rows = 0
    const scroller = await scrollerOf(
      page,
      'ul[aria-label="Conversations"], [role="list"][aria-label="Conversations"]',
    )
    await scrollThrough(
      page,
      scroller,
      1,
      async () => {
        await expectLayout(page, '[data-row]')
        rows = Math.max(rows, await row.count())
      },
      async () => true,
    )
    expect(rows).toBeGreaterThan(5)
    await page.close()
  }
  const popup = await scene.harness.openPage('popup.html', { width: 360, height: 600 })
  const unread = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await unread.nth(99).waitFor()
  await expectLayout(popup, '[data-row]')
  await popup.close()
  expect(watch.happened()).toEqual([])
}, 240_000)

test('a search through all of it answers, and its results are texts', async () => {
  const page = await scene.harness.openPage('sidepanel.html#/', NARROW)
  for (const query of ['canary', 'lorem ipsum', '<script>', 'a', 'nothing has this']) {
    await page.getByRole('searchbox', { name: 'Search messages' }).fill(query)
    await page
      .getByText(/^(Conversations|Messages|Nothing found)$/)
      .first()
      .waitFor()
    await nextFrames(page)
    await expectLayout(page, '[data-row]')
  }
  await page.close()
  expect(watch.happened()).toEqual([])
})

test('settings with hostile accounts keep their layout and export everything', async () => {
  const page = await scene.harness.openPage('options.html', { width: 320, height: 900 })
  await page.getByRole('heading', { name: 'Diagnostics' }).waitFor()
  await page.getByRole('table').last().waitFor()
  await expectLayout(page, 'section[id]')
  const { text: saved } = await scene.harness.savedBy(page, () =>
    page.getByRole('button', { name: 'Export' }).click(),
  )
  const kept = JSON.parse(saved) as { messages: { text: string }[] }
  const texts = new Set(kept.messages.map((message) => message.text))
  expect(HOSTILE_TEXTS.filter((text) => !texts.has(text.replace(/\p{Surrogate}/gu, '\uFFFD')))).toEqual([])
  await page.close()
  expect(watch.happened()).toEqual([])
})

test('a paste into the reply box brings the plain text alone', async () => {
  const { harness } = scene
  const [conversation] = world.ordinary
  if (!conversation) throw new Error('There is no ordinary thread')
  const page = await harness.openPage(`sidepanel.html${addressOf(conversation)}`, NARROW)
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  await box.waitFor()
  await harness.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async () => {
    const types = { 'text/html': '<b>Rich</b>', 'text/plain': 'Plain' }
    const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })] as const)
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  })
  await box.focus()
  await page.keyboard.press('Control+V')
  await waitUntil(async () => (await box.inputValue()) !== '', { what: 'the paste to arrive' })
  expect(await box.inputValue()).toBe('Plain')
  await expectLayout(page, 'article')
  await page.close()
  expect(watch.happened()).toEqual([])
})

/** Marks the element that scrolls what the selector finds, and gives the selector of that mark. */
async function scrollerOf(page: Page, selector: string): Promise<string> {
  await page.evaluate((inside) => {
    for (let up = document.querySelector(inside); up; up = up.parentElement) {
      if (getComputedStyle(up).overflowY === 'auto') return up.setAttribute('data-scroller', '')
    }
    throw new Error(`Nothing scrolls ${inside}`)
  }, selector)
  return '[data-scroller]'
}
