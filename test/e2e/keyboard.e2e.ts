import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const list = (page: Page) => page.getByRole('list', { name: 'Conversations' })
/** The name on the row with the focus; empty where no row has it. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    return focused?.matches('[data-row]') ? (focused.querySelector('[dir="auto"]')?.textContent ?? '') : ''
  })

/** The names of the rows in view, from the top. */
async function namesIn(page: Page): Promise<string[]> {
  return list(page).locator('[data-row] > [dir="auto"]').allTextContents()
}

/** Presses a key until it has an effect: the keys are heard shortly after the first paint. */
async function walkTo(page: Page, index: number): Promise<string> {
  const names = await namesIn(page)
  for (let at = 0; at <= index; at++) {
    await page.keyboard.press('j')
    await waitUntil(async () => (await focusedName(page)) === names[at], {
      what: `row ${at} to have the focus`,
    })
  }
  return names[index] ?? ''
}

test('an inbox of 50 unread conversations is emptied without the mouse', async () => {
  const { harness, sandbox } = await story({
    sandbox: { conversations: 50, accounts: 2, unread: 50, messagesPerConversation: 2 },
  })
  // Their messages take longer than the budget of a minute, and nobody has to wait for them.
  const unread = () => harness.badge()
  await waitUntil(async () => (await unread()) === '50', { timeout: 60_000, what: 'the badge to say 50' })
  const panel = await harness.openPage('sidepanel.html#/')
  await list(panel).getByRole('listitem').first().waitFor()
  await panel.keyboard.press('g')
  await panel.keyboard.press('u')
  await panel.getByRole('button', { name: 'Unread', pressed: true }).waitFor()

  // Some are answered, some come back later, the rest is done.
  await walkTo(panel, 0)
  for (let answered = 0; answered < 3; answered++) {
    const name = await focusedName(panel)
    await panel.keyboard.press('r')
    const box = panel.getByRole('textbox', { name: `Reply to ${name}` })
    await waitUntil(() => box.evaluate((one) => one === document.activeElement), { what: 'the reply box' })
    await panel.keyboard.type('Thank you, I will look into it.')
    await panel.keyboard.press('Enter')
    await panel.getByRole('log').getByText('Thank you, I will look into it.').first().waitFor()
    await panel.keyboard.press('Escape')
    await panel.keyboard.press('e')
    await waitUntil(async () => ![name, ''].includes(await focusedName(panel)), { what: 'the next row' })
  }
  for (let later = 0; later < 2; later++) {
    const name = await focusedName(panel)
    await panel.keyboard.press('h')
    await panel.getByRole('menu', { name: 'Snooze until' }).waitFor()
    await panel.keyboard.press('ArrowDown')
    await panel.keyboard.press('Enter')
    await waitUntil(async () => ![name, ''].includes(await focusedName(panel)), { what: 'the next row' })
  }
  for (let rest = 45; rest > 0; rest--) {
    const name = await focusedName(panel)
    await panel.keyboard.press('e')
    if (rest > 1) {
      await waitUntil(async () => ![name, ''].includes(await focusedName(panel)), { what: 'the next row' })
    }
  }
  await panel.getByText('Nothing unread').waitFor()
  await panel.keyboard.press('g')
  await panel.keyboard.press('i')
  await panel.getByRole('button', { name: 'All', pressed: true }).waitFor()
  await waitUntil(async () => (await unread()) === '', { what: 'the badge to be empty' })
  const { conversations = [] } = (await harness.storageDump()).indexedDB.parley ?? {}
  const shelves = conversations.map((row) => (row as { shelf: string }).shelf).sort()
  expect(shelves).toEqual([...Array(48).fill('done'), 'snoozed', 'snoozed'])
  expect(sandbox.violations()).toEqual([])
}, 240_000)
