import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const FIRST = 'firstScreen'

/** An imported inbox with so many unread conversations, and what of it is kept for the first paint. */
async function inbox(unread: number) {
  const { harness, sandbox } = await story({ sandbox: { conversations: 20, unread } })
  await imported(harness)
  const kept = async () => (await harness.storageDump()).session[FIRST] as Kept | undefined
  await waitUntil(async () => (await kept())?.unread === unread, { what: `${unread} unread to be kept` })
  return { harness, sandbox, kept }
}

interface Kept {
  unread: number
  conversations: { id: string; title: string }[]
}

/** Titles of the unread conversations as the database has them, newest first. */
async function storedTitles(harness: Harness): Promise<string[]> {
  const rows = (await harness.storageDump()).indexedDB.parley?.conversations as {
    title: string
    unread: number
    lastActivityAt: number
  }[]
  return rows
    .filter(({ unread }) => unread === 1)
    .sort((a, b) => b.lastActivityAt - a.lastActivityAt)
    .map(({ title }) => title)
}

/** From now on no page gets its database before the page's `letOpen()` is called. */
async function holdDatabases(harness: Harness): Promise<void> {
  await harness.context.addInitScript(`
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args)
      request.addEventListener('success', (event) => {
        if (window.letOpen) return
        event.stopImmediatePropagation()
        window.letOpen = () => request.dispatchEvent(new Event('success'))
      })
      return request
    }
  `)
}

const rowsOn = (page: Page) => page.getByRole('list', { name: 'Unread conversations' }).locator('[data-row]')

/** The titles a popup page shows. */
const titlesOn = (page: Page) =>
  rowsOn(page).evaluateAll((rows) => rows.map((row) => row.querySelector('[dir=auto]')?.textContent))

test('opened with the worker stopped, the popup shows rows before its database opens, and they are the database’s', async () => {
  const { harness } = await inbox(5)
  const stored = await storedTitles(harness)
  await harness.stopWorker()
  await holdDatabases(harness)
  const popup = await harness.openPage('popup.html')
  await rowsOn(popup).nth(4).waitFor()
  expect(await titlesOn(popup)).toEqual(stored)
  await waitUntil(() => popup.evaluate('window.letOpen !== undefined'), {
    what: 'the database to be about to open',
  })
  await popup.evaluate('void letOpen()')
  await popup.getByRole('button', { name: 'Mark as read' }).first().click()
  await rowsOn(popup).nth(4).waitFor({ state: 'detached' })
  expect(await titlesOn(popup)).toEqual(stored.slice(1))
  expect(harness.problems()).toEqual([])
})

test('what was marked read in the panel is not in a popup opened right after, first paint included', async () => {
  const { harness, kept } = await inbox(4)
  const [gone, ...left] = await storedTitles(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  const row = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  const marked = row.filter({ hasText: gone ?? '' }).first()
  await marked.hover()
  // Nothing is kept again meanwhile: the worker cannot hear of it.
  await harness.stopWorker()
  await marked.getByRole('button', { name: 'Mark as read' }).click()
  const popup = await harness.openPage('popup.html')
  await rowsOn(popup).first().waitFor()
  expect(await titlesOn(popup)).toEqual(left)
  await waitUntil(async () => (await kept())?.unread === 3, { what: 'what is true now to be kept' })
  expect((await kept())?.conversations.map(({ title }) => title)).toEqual(left)
})

test('a restarted browser and "Delete everything" leave nothing kept, and pages show what is true', async () => {
  const { harness, kept } = await inbox(3)
  const stored = await storedTitles(harness)
  await harness.relaunch()
  const popup = await harness.openPage('popup.html')
  await rowsOn(popup).nth(2).waitFor()
  expect(await titlesOn(popup)).toEqual(stored)
  await popup.close()
  await waitUntil(async () => (await kept())?.unread === 3, { what: 'the first screen to be kept anew' })

  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('button', { name: 'Delete everything' }).click()
  await options.getByRole('button', { name: 'Yes, delete everything' }).click()
  await options.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  await waitUntil(async () => !(FIRST in (await harness.storageDump()).session), {
    what: 'nothing to be kept',
  })
  const after = await harness.openPage('popup.html')
  await after.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  expect(await rowsOn(after).count()).toBe(0)
})
