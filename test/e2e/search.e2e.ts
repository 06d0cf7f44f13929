import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeMessage } from '../fixtures/makeMessage.ts'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const OLD = 3_000
const MINUTE = 60_000
const SPECIAL = new Map([
  [700, 'Żółty dom in Łódź, straße 42'],
  [1_500, '我們下週再談報表'],
])

/** Puts a long past into the cache, as a version without search would have left it. */
function putPast(page: Page, conversationId: string): Promise<void> {
  const before = Date.now() - 400 * 24 * 60 * MINUTE
  const rows = Array.from({ length: OLD }, (_, i) =>
    makeMessage({
      conversationId,
      key: `old-${String(i).padStart(5, '0')}`,
      sentAt: before + i * 7 * MINUTE,
      own: i % 3 === 0,
      text: SPECIAL.get(i) ?? `Old news ${i}. ${'And so on. '.repeat(i % 7)}`,
    }),
  )
  return page.evaluate(
    ([id, messages]) =>
      new Promise<void>((resolve, reject) => {
        indexedDB.open('parley').onsuccess = ({ target }) => {
          const { result: db } = target as IDBOpenDBRequest
          const tx = db.transaction(['messages', 'searchBacklog'], 'readwrite')
          for (const message of messages) tx.objectStore('messages').put(message)
          tx.objectStore('searchBacklog').put({ conversationId: id, from: null })
          tx.oncomplete = () => {
            db.close()
            resolve()
          }
          tx.onabort = () => reject(tx.error)
        }
      }),
    [conversationId, rows] as const,
  )
}

/** Where the middle of the log is: the first article below it. */
function anchor(page: Page): Promise<{ text: string; top: number }> {
  return page.evaluate(() => {
    const middle = innerHeight / 2
    const article = [...document.querySelectorAll('article')].find(
      (one) => one.getBoundingClientRect().top > middle,
    )
    return { text: article?.textContent ?? '', top: article?.getBoundingClientRect().top ?? 0 }
  })
}

/** The same, once it is so in several frames: a busy browser may paint none for longer than it takes to look twice. */
async function stillAnchor(page: Page): Promise<{ text: string; top: number }> {
  await page.evaluate(async () => {
    const place = () => {
      const [article] = document.querySelectorAll('article')
      return `${article?.textContent} ${article?.getBoundingClientRect().top}`
    }
    let last = ''
    for (let still = 0; still < 5; ) {
      await new Promise(requestAnimationFrame)
      const now = place()
      still = now === last ? still + 1 : 0
      last = now
    }
  })
  return anchor(page)
}

/** How far below the top of the page the message that is searched for begins in the first frame that has it. */
function firstPlace(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new MutationObserver((_, changes) => {
          const hit = document.querySelector('article[aria-current]')
          if (!hit) return
          changes.disconnect()
          // It is told of what is painted, not of what comes before that.
          new IntersectionObserver(([seen], observer) => {
            observer.disconnect()
            resolve(seen?.boundingClientRect.top ?? 0)
          }).observe(hit)
        }).observe(document, { childList: true, subtree: true })
      }),
  )
}

test('a word typed without its accents is found far up, opens there, and leads back to the newest', async () => {
  const { harness, sandbox } = await story({
    sandbox: { conversations: 6, accounts: 2, unread: 0, messagesPerConversation: 5 },
  })
  await imported(harness)
  const conversation = sandbox.world.conversations().find((one) => one.channel === 'inbox')
  const id = `${conversation?.accountId}/inbox/${conversation?.key}`
  await putPast(harness.probe, id)

  const page = await harness.openPage('sidepanel.html')
  const box = page.getByRole('searchbox', { name: 'Search messages' })
  const found = page.getByRole('region', { name: 'Messages found' }).getByRole('button')
  await box.fill('下週')
  await found.first().waitFor()
  expect(await found.count()).toBe(1)
  expect(await found.first().locator('mark').textContent()).toBe('下週')

  // Of any account, as it comes in.
  const [, other] = sandbox.world.accounts
  await box.fill('lodz')
  await found.first().waitFor()
  sandbox.receive({ accountId: other?.id ?? '', text: 'I am in Łódź on Friday' })
  await page.getByRole('button', { name: 'Sync now' }).click()
  await waitUntil(async () => (await found.count()) === 2, { what: 'the news among the results' })
  expect(await found.first().textContent()).toContain('Friday')

  await box.fill('"zolty dom" strasse')
  await waitUntil(async () => (await found.count()) === 1, { what: 'the only message with all of it' })
  expect(await found.locator('mark').allTextContents()).toEqual(['Żółty dom', 'straße'])
  const first = firstPlace(page)
  await found.first().click()

  const hit = page.getByRole('article').and(page.locator('[aria-current]'))
  await hit.filter({ hasText: 'Łódź' }).waitFor()
  const seen = await stillAnchor(page)
  expect(seen.text).toMatch(/Old news 7\d\d/)
  const box1 = await hit.boundingBox()
  expect(box1?.y ?? 0).toBeGreaterThan(150)
  expect((box1?.y ?? 0) + (box1?.height ?? 0)).toBeLessThan(600)
  expect(Math.abs((await first) - (box1?.y ?? 0))).toBeLessThanOrEqual(1)

  // Both ways from there, without a jump: older ones, then newer ones than the first page held.
  await page.getByRole('log').hover()
  const jumps: number[] = []
  for (const [wheel, wanted] of [
    [-250, /Old news 5\d\d/],
    [1_500, /Old news 7[6-9]\d|Old news [89]\d\d/],
    [250, /Old news (8[1-9]|9\d)\d/],
  ] as const) {
    await waitUntil(
      async () => {
        const before = await stillAnchor(page)
        if (wanted.test(before.text)) return true
        await page.mouse.wheel(0, wheel)
        await waitUntil(async () => (await anchor(page)).top !== before.top, { what: 'it to scroll' })
        await stillAnchor(page)
        const top = await page.evaluate(
          (text) =>
            [...document.querySelectorAll('article')]
              .find((one) => one.textContent === text)
              ?.getBoundingClientRect().top,
          before.text,
        )
        // Moved by what was scrolled and by nothing else.
        if (top !== undefined) jumps.push(Math.abs(before.top - wheel - top))
        return false
      },
      { timeout: 120_000, interval: 1, what: `message ${wanted}` },
    )
  }
  expect(jumps.length).toBeGreaterThan(10)
  expect(Math.max(...jumps)).toBeLessThanOrEqual(1)
  await page.getByRole('button', { name: 'Newest messages' }).click()
  await waitUntil(async () => !page.url().includes('at='), { what: 'the address of the newest' })
  await page.getByRole('button', { name: 'Newest messages' }).waitFor({ state: 'detached' })
  await waitUntil(
    () =>
      page.evaluate(() => {
        const log = document.querySelector('[role=log]')
        return log !== null && log.scrollHeight - log.scrollTop - log.clientHeight <= 1
      }),
    { what: 'the newest message in view' },
  )
  expect(await page.getByRole('article').filter({ hasText: 'Old news 9' }).count()).toBe(0)
}, 300_000)
