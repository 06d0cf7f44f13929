import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import '../fixtures/speakEnglish.ts'
import { ACTIONS, type Action } from '../../components/actions/actionTable.ts'
import { imported } from './harness/imported.ts'
import { keptTriage } from './harness/keptTriage.ts'
import { story } from './harness/story.ts'
import { violationsOn } from './harness/violationsOn.ts'
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

/** Goes down by key, row by row. */
async function walkTo(page: Page, index: number): Promise<string> {
  const names = await namesIn(page)
  expect(names.length).toBeGreaterThan(index)
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
  // Quick hands: the list that the last key is about is not there yet. They go on where they were.
  const quickly = async (keys: string, row: number) => {
    for (const key of keys) await panel.keyboard.press(key)
    await waitUntil(async () => (await focusedName(panel)) === (await namesIn(panel))[row], {
      what: `row ${row} to have the focus`,
    })
  }
  await quickly('guj', 0)
  await panel.getByRole('button', { name: 'Unread', pressed: true }).waitFor()

  // Some are answered, some come back later, the rest is done.
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
  await quickly('gij', 1)
  await quickly('guj', 2)
  for (let later = 0; later < 2; later++) {
    const name = await waitUntil(() => focusedName(panel), { what: 'a row to have the focus' })
    await panel.keyboard.press('h')
    await panel.getByRole('combobox', { name: 'Snooze until' }).and(panel.locator(':focus')).waitFor()
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

/** Run in a page: each read of its database holds it up, as on a slow machine. */
function readSlowly(): void {
  const { get } = IDBObjectStore.prototype
  IDBObjectStore.prototype.get = function (...args) {
    const until = performance.now() + 40
    while (performance.now() < until);
    return get.apply(this, args)
  }
}

test('what quick hands type behind "r" on a slow machine is the reply, from its first letter, and does nothing else', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 30, accounts: 2, unread: 3 } })
  await imported(harness)
  for (const [row, width] of [400, 900, 400].entries()) {
    const panel = await harness.openPage('sidepanel.html#/', { width })
    await list(panel).getByRole('listitem').first().waitFor()
    const name = await walkTo(panel, row * 2)
    await panel.evaluate(readSlowly)
    await panel.keyboard.type('rgreat, see me then')
    const box = panel.getByRole('textbox', { name: `Reply to ${name}` })
    await waitUntil(async () => (await box.inputValue()) === 'great, see me then', {
      what: 'the reply to be in its box',
    })
    expect(await panel.getByRole('button', { name: 'Undo' }).count()).toBe(0)
    await panel.close()
  }
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('each deed has its key, on one conversation or all that are selected, and z takes each back', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 10, accounts: 1, unread: 4 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  await list(panel).getByRole('listitem').first().waitFor()
  const said = (words: RegExp) => panel.getByText(words).last().waitFor()
  const before = await keptTriage(harness)
  /** Types a time or a label into the list that a key opened. */
  const choose = async (list: string, text: string, option: RegExp) => {
    await panel.getByRole('combobox', { name: list }).fill(text)
    await panel.getByRole('option', { name: option }).first().waitFor()
    await panel.keyboard.press('Enter')
  }
  const deeds: [key: string, said: RegExp, choice?: () => Promise<void>][] = [
    ['Shift+I', /^Marked as read/],
    ['s', /^Starred/],
    ['m', /^Muted/],
    ['l', /^Labelled “Candidate”/, () => choose('Labels, seen by you only', 'Candidate', /Candidate/)],
    [
      'Shift+H',
      /^Comes back/,
      () => choose('Remind me if they do not answer', 'in 3 hours', /\d\d:\d\d|[AP]M/),
    ],
    ['h', /^Snoozed until/, () => choose('Snooze until', 'tomorrow 9', /9:00/)],
    ['e', /^Done/],
  ]
  const name = await walkTo(panel, 0)
  for (const count of [1, 2]) {
    for (const [key, words, choice] of deeds) {
      if (count === 2) {
        await panel.keyboard.press('Shift+J')
        await panel.getByText('2 selected').waitFor()
        await panel.keyboard.press('k')
      }
      await panel.keyboard.press(key)
      await choice?.()
      await said(count === 1 ? words : new RegExp(`${words.source}.* · 2 conversations$`))
      const changed = async () => (await keptTriage(harness)).filter((row) => !before.includes(row)).length
      expect(await changed()).toBe(count)
      await panel.getByRole('combobox').waitFor({ state: 'detached' })
      await panel.keyboard.press('z')
      await said(/^Undone/)
      await waitUntil(async () => (await changed()) === 0, { what: `${key} to be taken back` })
      if (await panel.getByRole('toolbar').isVisible()) await panel.keyboard.press('Escape')
      await panel.getByRole('toolbar').waitFor({ state: 'detached' })
      await list(panel).getByRole('button', { name }).first().focus()
    }
  }
  // What was read is marked unread again, and that is taken back too.
  await panel.keyboard.press('Shift+I')
  await said(/^Marked as read/)
  await panel.keyboard.press('u')
  await said(/^Marked as unread/)
  await panel.keyboard.press('z')
  await said(/^Undone: Marked as unread/)

  // The note has its key where the person is.
  await panel.keyboard.press('Enter')
  await panel.getByRole('log').waitFor()
  await panel.keyboard.press('n')
  await panel.getByRole('textbox', { name: /^Note on/ }).fill('Met in Berlin')
  await panel.keyboard.press('Control+Enter')
  await panel.getByRole('button', { name: 'Private note: Met in Berlin' }).waitFor()
  await panel.keyboard.press('z')
  await panel.getByRole('button', { name: 'Private note: Met in Berlin' }).waitFor({ state: 'detached' })
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

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
      const shown = action.group === 'goTo' ? `Go to ${action.name}` : action.name
      await palette.getByRole('combobox').fill(shown)
      await palette.getByRole('option').or(palette.getByText('Nothing is called that')).first().waitFor()
      const texts = await panel.getByRole('option').allTextContents()
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

test('what leads to a section of the options opens it there, with the focus on its heading, also where they are open', async () => {
  const { harness } = await story({ sandbox: { conversations: 8, accounts: 1, unread: 2 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  await list(panel).getByRole('listitem').first().waitFor()
  const onHeading = async (options: Page, name: string) => {
    const heading = options.getByRole('heading', { name, exact: true })
    await heading.and(options.locator(':focus')).waitFor()
    await waitUntil(
      () =>
        heading.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        }),
      { what: `${name} to be in view` },
    )
  }
  const opened = harness.context.waitForEvent('page')
  await panel.getByRole('button', { name: 'More views' }).click()
  await panel.getByRole('menuitem', { name: 'Make a label' }).click()
  const options = await opened
  await onHeading(options, 'Labels')

  await panel.bringToFront()
  await panel.keyboard.press('?')
  await panel.getByRole('button', { name: 'Change keys' }).press('Enter')
  await onHeading(options, 'Keyboard')
  await options.getByRole('navigation').getByRole('link', { name: 'Data' }).press('Enter')
  await onHeading(options, 'Data')
  expect(harness.context.pages().filter((page) => page.url().includes('options.html'))).toHaveLength(1)
  expect(harness.problems()).toEqual([])
})

test('links to profiles, selected words and keys of the browser lead into Parley', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 8, accounts: 1, unread: 2 } })
  await imported(harness)
  const person = await harness.doors.messageTo('https://www.linkedin.com/in/anna-ek/?trk=feed')
  expect(new URLSearchParams(person.url().split('?')[1]).get('profile')).toBe(
    'https://www.linkedin.com/in/anna-ek',
  )
  const found = await harness.doors.searchFor('  quarterly numbers ')
  await found.getByRole('searchbox', { name: 'Search messages' }).waitFor()
  expect(await found.getByRole('searchbox', { name: 'Search messages' }).inputValue()).toBe(
    'quarterly numbers',
  )
  const unread = sandbox.world.conversations().find((one) => one.unreadCount > 0)?.people[0]?.name ?? ''
  const next = await harness.doors.press('next-unread')
  await next.getByRole('heading', { name: unread }).waitFor()
  expect(await next.getByRole('link', { name: 'Open on LinkedIn' }).getAttribute('rel')).toBe(
    'noopener noreferrer',
  )

  // A link to the conversation, by key and by pointer, opens it again.
  await harness.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => next.evaluate(() => navigator.clipboard.readText())
  await next.bringToFront()
  await next.keyboard.press('Shift+C')
  await next.getByText('Link copied').waitFor()
  const link = await copied()
  await next.evaluate(() => navigator.clipboard.writeText(''))
  await next.getByRole('button', { name: 'More', exact: true }).click()
  await next.getByRole('menuitem', { name: 'Copy link' }).click()
  await waitUntil(async () => (await copied()) === link, { what: 'the same link' })
  const again = await harness.openPage(link.slice(harness.url('').length))
  await again.getByRole('heading', { name: unread }).waitFor()
})
