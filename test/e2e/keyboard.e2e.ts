import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ACTIONS, type Action } from '../../components/actions/actionTable.ts'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

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
    const name = await waitUntil(() => focusedName(panel), { what: 'a row to have the focus' })
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
    const name = await waitUntil(() => focusedName(panel), { what: 'a row to have the focus' })
    await panel.keyboard.press('h')
    await panel.getByRole('combobox', { name: 'Snooze until' }).waitFor()
    await panel.keyboard.press('ArrowDown')
    await panel.keyboard.press('Enter')
    await waitUntil(async () => ![name, ''].includes(await focusedName(panel)), { what: 'the next row' })
  }
  for (let rest = 45; rest > 0; rest--) {
    const name = await waitUntil(() => focusedName(panel), { what: 'a row to have the focus' })
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

/** What axe finds wrong on a page as it is now. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  return page.evaluate(async () => {
    type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

test.each(['light', 'dark'] as const)(
  'sheet and palette are right and without a fault, in %s',
  async (colorScheme) => {
    const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 3 } })
    await imported(harness)
    const panel = await harness.openPage('sidepanel.html#/', { colorScheme })
    await list(panel).getByRole('listitem').first().waitFor()
    await walkTo(panel, 1)

    await panel.keyboard.press('?')
    const sheet = panel.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await sheet.getByText('Send and done').waitFor()
    expect(await violationsOn(panel)).toEqual([])
    // Nothing is done behind it.
    await panel.keyboard.press('e')
    await panel.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })

    // An action of the palette acts on the row that had the focus.
    const names = await namesIn(panel)
    await panel.keyboard.press('Control+k')
    const palette = panel.getByRole('dialog', { name: 'Command palette' })
    await palette.getByRole('option', { name: /^Star/ }).first().waitFor()
    expect(await violationsOn(panel)).toEqual([])
    await panel.keyboard.type('done')
    await palette.getByRole('option', { name: /^Done/ }).first().waitFor()
    await panel.keyboard.press('Enter')
    await palette.waitFor({ state: 'detached' })
    await waitUntil(async () => !(await namesIn(panel)).includes(names[1] ?? ''), { what: 'the row to go' })
    expect(await namesIn(panel)).toContain(names[0])

    // Somebody's name, with letters left out.
    const name = sandbox.world.conversations().at(-1)?.people[0]?.name ?? ''
    await panel.keyboard.press('Control+k')
    await palette.getByRole('combobox').waitFor()
    await panel.keyboard.type(name.slice(0, -1))
    await palette.getByRole('option', { name }).first().waitFor()
    await panel.keyboard.press('Enter')
    await panel.getByRole('heading', { name }).waitFor()
    expect(harness.problems()).toEqual([])
  },
)

test('every key the sheet names does something, and / leads to the search from anywhere', async () => {
  const { harness } = await story({ sandbox: { conversations: 8, accounts: 1, unread: 2 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/', { width: 900 })
  await list(panel).getByRole('listitem').first().waitFor()
  const name = await walkTo(panel, 1)
  await panel.keyboard.press('x')
  await panel.keyboard.press('s')
  await panel.getByRole('button', { name: 'Undo' }).waitFor()
  const palette = panel.getByRole('dialog', { name: 'Command palette' })
  /** Those of the actions that the palette finds nothing for. */
  const missing = async (actions: readonly Action[]) => {
    await panel.keyboard.press('Control+k')
    await palette.getByRole('option', { name: /^Star/ }).first().waitFor()
    const unmet: Action[] = []
    for (const action of actions.filter(({ id }) => id !== 'palette')) {
      const shown = action.group === 'Go to' ? `Go to ${action.name}` : action.name
      await palette.getByRole('combobox').fill(shown)
      await palette.getByRole('option').or(palette.getByText('Nothing is called that')).first().waitFor()
      const texts = await palette.getByRole('option').allTextContents()
      if (!texts.some((text) => text.startsWith(shown))) unmet.push(action)
    }
    await panel.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
    return unmet
  }
  const notInList = await missing(ACTIONS)
  await panel.keyboard.press('Escape')
  await panel.keyboard.press('Enter')
  await panel.getByRole('heading', { name }).waitFor()
  await panel.keyboard.press('r')
  await panel
    .getByRole('textbox', { name: `Reply to ${name}` })
    .and(panel.locator(':focus'))
    .waitFor()
  await panel.keyboard.type('Thank you')
  expect((await missing(notInList)).map((action) => action.name)).toEqual([])

  const box = panel.getByRole('searchbox', { name: 'Search messages' })
  const searching = () =>
    waitUntil(() => box.evaluate((one) => one === document.activeElement), { what: 'search' })
  await panel.keyboard.press('Escape')
  await panel.keyboard.press('/')
  await searching()
  await panel.keyboard.press('Escape')
  // Alone on the page, the conversation makes room for the list.
  await panel.setViewportSize({ width: 400, height: 700 })
  await box.waitFor({ state: 'detached' })
  await panel.keyboard.press('/')
  await searching()
  await panel.keyboard.type('x')
  expect(await box.inputValue()).toBe('x')
  expect(harness.problems()).toEqual([])
})

test('keys can be changed, no key twice, and hold at once in an open panel', async () => {
  const { harness } = await story({ sandbox: { conversations: 8, accounts: 1, unread: 2 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  await list(panel).getByRole('listitem').first().waitFor()
  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('button', { name: 'Change keys' }).click()
  const change = options.getByRole('button', { name: 'Change the key of Next conversation' })
  await change.focus()
  await options.keyboard.press('Enter')
  await options.getByRole('textbox', { name: 'Press the new key for Next conversation' }).press('e')
  await options.getByText('belongs to “Done”').waitFor()
  await change.press('Enter')
  await options.getByRole('textbox', { name: 'Press the new key for Next conversation' }).press('w')
  await options.getByText('1 action changed.').waitFor()
  expect(await violationsOn(options)).toEqual([])

  await panel.bringToFront()
  const [first] = await namesIn(panel)
  await panel.keyboard.press('j')
  await panel.keyboard.press('w')
  await waitUntil(async () => (await focusedName(panel)) === first, {
    what: 'the first row to have the focus',
  })
})

test('links to profiles, selected words and keys of the browser lead into Parley', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 8, accounts: 1, unread: 2 } })
  await imported(harness)
  // A click that a test makes up carries no permission to open the panel, so that a window comes instead.
  const opened = async (work: () => Promise<unknown>) => {
    const [page] = await Promise.all([harness.context.waitForEvent('page'), work()])
    await page.waitForLoadState()
    return page
  }
  const choose = (menuItemId: string, info: object) =>
    harness.inWorker(
      async ([id, more]) => {
        const [tab] = await chrome.tabs.query({})
        const clicked = chrome.contextMenus.onClicked as unknown as {
          dispatch(info: object, tab: unknown): void
        }
        clicked.dispatch({ menuItemId: id, ...more }, tab)
      },
      [menuItemId, info] as const,
    )
  const person = await opened(() =>
    choose('message', { linkUrl: 'https://www.linkedin.com/in/anna-ek/?trk=feed' }),
  )
  expect(new URLSearchParams(person.url().split('?')[1]).get('profile')).toBe(
    'https://www.linkedin.com/in/anna-ek',
  )
  const found = await opened(() => choose('search', { selectionText: '  quarterly numbers ' }))
  await found.getByRole('searchbox', { name: 'Search messages' }).waitFor()
  expect(await found.getByRole('searchbox', { name: 'Search messages' }).inputValue()).toBe(
    'quarterly numbers',
  )
  const unread = sandbox.world.conversations().find((one) => one.unreadCount > 0)?.people[0]?.name ?? ''
  const next = await opened(() =>
    harness.inWorker(async () => {
      const [tab] = await chrome.tabs.query({})
      const pressed = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void }
      pressed.dispatch('next-unread', tab)
    }),
  )
  await next.getByRole('heading', { name: unread }).waitFor()
  expect(await next.getByRole('link', { name: 'Open on LinkedIn' }).getAttribute('rel')).toBe(
    'noopener noreferrer',
  )
})
