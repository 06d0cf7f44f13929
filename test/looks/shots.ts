import type { Page } from 'playwright-core'

export interface Shot {
  name: string
  page: 'popup' | 'panel' | 'options'
  world: string
  widths: readonly number[]
  /** Widths at which it is looked at from right to left too. */
  rtl?: readonly number[]
  height?: number
  hash?: string
  /** What is done before the picture is taken. */
  act?: (page: Page) => Promise<void>
  full?: boolean
}

const PANEL = [320, 400, 900] as const
const NARROW = [400] as const
const SIDES = [320, 400] as const
const POPUP = [360] as const

async function connect(page: Page): Promise<void> {
  await page.getByLabel('API key').fill('made-up-key')
  await page.getByRole('button', { name: 'Connect' }).click()
}

/** The worker reads the text in before it finds anything. */
async function results(page: Page): Promise<void> {
  await page.locator('[data-query]').waitFor()
}

const FIRST = `#/c/${encodeURIComponent('account-1/inbox/2-thread0')}`

/** Every state worth looking at. */
export const SHOTS: readonly Shot[] = [
  { name: 'popup-busy', rtl: SIDES, page: 'popup', world: 'busy', widths: [320, 360], height: 600 },
  {
    name: 'popup-hover',
    rtl: SIDES,
    page: 'popup',
    world: 'busy',
    widths: POPUP,
    height: 600,
    act: (page) => page.getByRole('listitem').nth(2).hover(),
  },
  {
    name: 'popup-snooze',
    rtl: SIDES,
    page: 'popup',
    world: 'one',
    widths: [320, 360],
    height: 600,
    act: async (page) => {
      await page.getByRole('listitem').nth(1).hover()
      await page.getByRole('button', { name: 'Snooze', exact: true }).nth(1).click()
    },
  },
  { name: 'popup-quiet', page: 'popup', world: 'quiet', widths: POPUP, height: 600 },
  { name: 'popup-offline', page: 'popup', world: 'offline', widths: POPUP, height: 600 },
  { name: 'popup-signed-out', page: 'popup', world: 'signedOut', widths: POPUP, height: 600 },
  { name: 'popup-first-run', page: 'popup', world: 'firstRun', widths: POPUP, height: 600 },
  { name: 'popup-loading', page: 'popup', world: 'loading', widths: POPUP, height: 600 },
  { name: 'panel-busy', rtl: SIDES, page: 'panel', world: 'busy', widths: PANEL },
  { name: 'panel-one-account', page: 'panel', world: 'one', widths: NARROW },
  { name: 'panel-compact', page: 'panel', world: 'compact', widths: NARROW },
  {
    name: 'panel-delivered-twice',
    page: 'panel',
    world: 'doubled',
    hash: FIRST,
    widths: [320, 400],
    act: (page) => page.getByRole('button', { name: 'Check again' }).click(),
  },
  {
    name: 'panel-conversation',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    hash: FIRST,
    widths: PANEL,
  },
  {
    name: 'panel-files',
    rtl: SIDES,
    page: 'panel',
    world: 'files',
    hash: FIRST,
    widths: [320, 400],
    height: 900,
    act: async (page) => {
      await page.getByRole('button', { name: /^Preview Team/ }).click()
      await page.getByRole('img', { name: /^Team/ }).waitFor()
      await page.getByRole('log').evaluate((log) => log.scrollTo(0, log.scrollHeight))
    },
  },
  {
    name: 'options-restore',
    page: 'options',
    world: 'busy',
    widths: [320, 900],
    hash: '#data',
    act: async (page) => {
      const note = { personId: 'p', text: 'Prefers mornings', updatedAt: 1 }
      const lists = { labels: [], drafts: [], triage: [], savedSearches: [] }
      const snippets = [{ id: 'made-up', name: 'Thanks', text: 'Thank you' }]
      const head = { format: 'parley-backup', version: 1, madeAt: '2026-03-01T10:00:00.000Z' }
      const backup = { ...head, ...lists, settings: { theme: 'dark' }, snippets, personNotes: [note] }
      const file = {
        name: 'b.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(backup)),
      }
      await page.getByLabel('Backup to restore').setInputFiles(file)
      await page.getByRole('group', { name: 'Restore' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'panel-search',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    hash: '#/search?q=numbers',
    widths: PANEL,
    act: results,
  },
  {
    name: 'panel-found',
    page: 'panel',
    world: 'long',
    hash: `#/c/${encodeURIComponent('account-1/inbox/2-thread0')}?${new URLSearchParams({ at: 'account-1/inbox/2-thread0#2-long00400' })}`,
    widths: PANEL,
  },
  {
    name: 'panel-search-people',
    page: 'panel',
    world: 'busy',
    hash: '#/search?q=anna',
    widths: NARROW,
    act: results,
  },
  {
    name: 'panel-search-nothing',
    page: 'panel',
    world: 'busy',
    hash: '#/search?q=xyzzy',
    widths: NARROW,
    act: results,
  },
  {
    name: 'panel-snoozed-empty',
    page: 'panel',
    world: 'busy',
    widths: NARROW,
    act: (page) => page.getByRole('button', { name: 'Snoozed', exact: true }).click(),
  },
  {
    name: 'panel-focus',
    page: 'panel',
    world: 'busy',
    widths: NARROW,
    act: async (page) => {
      await page.getByRole('button', { name: 'Samuel Adeyemi-Oyelaran', exact: true }).focus()
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab')
    },
  },
  { name: 'panel-sorted', rtl: SIDES, page: 'panel', world: 'sorted', widths: PANEL },
  {
    name: 'panel-sorted-conversation',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    hash: FIRST,
    widths: PANEL,
  },
  {
    name: 'panel-sorted-more',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    hash: FIRST,
    widths: [320, 400],
    act: (page) => page.getByRole('button', { name: 'More', exact: true }).click(),
  },
  {
    name: 'panel-selection',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    widths: PANEL,
    act: async (page) => {
      for (const at of [1, 2, 4]) await page.getByRole('checkbox').nth(at).check()
    },
  },
  {
    name: 'panel-selection-done',
    page: 'panel',
    world: 'sorted',
    widths: [320, 400],
    act: async (page) => {
      for (const at of [1, 2, 4]) await page.getByRole('checkbox').nth(at).check()
      await page.getByRole('toolbar').getByRole('button', { name: 'Mark as' }).click()
      await page.getByText(/^Marked as/).waitFor()
    },
  },
  {
    name: 'panel-views',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    widths: PANEL,
    act: (page) => page.getByRole('button', { name: 'More views' }).click(),
  },
  {
    name: 'panel-view-label',
    page: 'panel',
    world: 'sorted',
    widths: [320, 400],
    act: async (page) => {
      await page.getByRole('button', { name: 'More views' }).click()
      await page.getByRole('menuitemcheckbox', { name: 'Candidate' }).click()
    },
  },
  ...(['Waiting for me', 'Waiting for them'] as const).map(
    (name): Shot => ({
      name: `panel-nothing-${name.toLowerCase().replaceAll(' ', '-')}`,
      page: 'panel',
      world: 'nothing',
      widths: NARROW,
      act: async (page) => {
        await page.getByRole('button', { name: 'More views' }).click()
        await page.getByRole('menuitemcheckbox', { name }).click()
      },
    }),
  ),
  {
    name: 'panel-snoozed',
    page: 'panel',
    world: 'sorted',
    widths: NARROW,
    act: (page) => page.getByRole('button', { name: 'Snoozed', exact: true }).click(),
  },
  {
    name: 'panel-snooze-row',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    widths: [320, 400, 560, 1000],
    act: async (page) => {
      await page.getByRole('listitem').nth(2).hover()
      await page.getByRole('button', { name: 'Snooze', exact: true }).nth(2).click()
    },
  },
  {
    name: 'panel-snooze-typed',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    widths: [320, 400],
    act: async (page) => {
      await page.getByRole('listitem').nth(2).hover()
      await page.getByRole('button', { name: 'Snooze', exact: true }).nth(2).click()
      await page.getByRole('button', { name: 'Another time' }).click()
      await page.getByRole('combobox', { name: 'Snooze until' }).fill('next tue 14:30')
    },
  },
  {
    name: 'panel-label-new',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    widths: NARROW,
    act: async (page) => {
      await page.getByRole('checkbox').nth(1).check()
      await page.getByRole('button', { name: 'Label', exact: true }).click()
      await page.getByRole('combobox').fill('Cand')
    },
  },
  {
    name: 'panel-note',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    hash: FIRST,
    widths: NARROW,
    act: (page) => page.getByTitle(/^Only you see this/).click(),
  },
  { name: 'panel-nothing', page: 'panel', world: 'nothing', widths: [400, 900] },
  { name: 'panel-importing', rtl: SIDES, page: 'panel', world: 'importing', widths: NARROW },
  { name: 'panel-paused', page: 'panel', world: 'paused', widths: NARROW },
  { name: 'panel-signed-out', page: 'panel', world: 'signedOut', widths: [320, 900] },
  { name: 'popup-mixed', page: 'popup', world: 'mixed', widths: [320, 360], height: 600 },
  { name: 'panel-mixed', page: 'panel', world: 'mixed', widths: PANEL },
  {
    name: 'panel-mixed-conversation',
    page: 'panel',
    world: 'mixed',
    hash: `#/c/${encodeURIComponent('account-2/salesNav/2-thread4')}`,
    widths: PANEL,
  },
  { name: 'options-mixed', page: 'options', world: 'mixed', widths: [320, 900], full: true },
  { name: 'panel-locked', page: 'panel', world: 'locked', widths: PANEL },
  {
    name: 'panel-locked-wrong',
    page: 'panel',
    world: 'locked',
    widths: [320, 400],
    act: async (page) => {
      await page.getByLabel('Passphrase').fill('not this one')
      await page.getByRole('button', { name: 'Unlock' }).click()
    },
  },
  {
    name: 'panel-locked-forgotten',
    page: 'panel',
    world: 'locked',
    widths: [320, 400],
    act: (page) => page.getByRole('button', { name: 'Forgot it?' }).click(),
  },
  { name: 'panel-key-gone', page: 'panel', world: 'forgotten', widths: PANEL },
  { name: 'popup-locked', page: 'popup', world: 'locked', widths: POPUP, height: 600 },
  { name: 'options-locked', page: 'options', world: 'locked', widths: [320, 900] },
  {
    name: 'options-sealed',
    page: 'options',
    world: 'sealed',
    widths: [320, 400, 900],
    height: 1200,
    act: async (page) => {
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('button', { name: 'Use this passphrase' }).click()
      await page.getByRole('button', { name: 'Replace key' }).click()
    },
  },
  {
    name: 'options-sealing',
    page: 'options',
    world: 'busy',
    widths: [320, 400, 900],
    height: 1200,
    act: async (page) => {
      await page.getByRole('radio', { name: 'Lock with a passphrase' }).click()
      await page.getByRole('button', { name: 'Lock with this passphrase' }).click()
    },
  },
  {
    name: 'options-quiet',
    rtl: SIDES,
    page: 'options',
    world: 'busy',
    widths: [320, 400, 900],
    height: 900,
    act: async (page) => {
      await page.getByRole('switch', { name: /^Quiet hours/ }).click()
      await page.getByLabel('Quiet on Sunday').selectOption('allDay')
      await page.getByLabel('Quiet on Wednesday').selectOption('none')
      await page.getByRole('heading', { name: 'Notifications' }).scrollIntoViewIfNeeded()
    },
    full: true,
  },
  {
    name: 'panel-suggestions',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    widths: [320, 400],
    act: async (page) => {
      await page.getByRole('searchbox').fill('numbers a')
      await results(page)
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.getByRole('button', { name: 'Save search' }).click()
      await page.getByRole('searchbox').focus()
    },
  },
  {
    name: 'panel-attached',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    hash: FIRST,
    widths: [320, 400],
    act: async (page) => {
      await page.getByLabel('Files to attach').setInputFiles(
        ['Offer for Northwind, second half of the year, final version.pdf', 'chart.png', 'empty.txt'].map(
          (name, at) => ({
            name,
            mimeType: 'application/pdf',
            buffer: Buffer.alloc(at === 2 ? 0 : 48_000),
          }),
        ),
      )
      await page.getByText('is empty').waitFor()
      await page.getByRole('listitem').filter({ hasText: 'chart.png' }).waitFor()
    },
  },
  {
    name: 'panel-thread-toast',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    hash: FIRST,
    widths: [320, 360, 400],
    act: async (page) => {
      await page.getByRole('button', { name: 'Star', exact: true }).click()
      await page.getByText('Starred').waitFor()
    },
  },
  {
    name: 'panel-never-read',
    page: 'panel',
    world: 'offline',
    hash: `#/c/${encodeURIComponent('account-1/inbox/2-thread42')}`,
    widths: SIDES,
    act: async (page) => {
      await page.getByRole('textbox', { name: /^Reply to/ }).fill('I will call you on Thursday.')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'panel-snippets',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    hash: FIRST,
    widths: [320, 400],
    act: async (page) => {
      await page.getByRole('button', { name: 'Snippets' }).click()
      await page.getByRole('menuitem').first().waitFor()
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'panel-schedule',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    hash: FIRST,
    widths: [320, 400],
    act: async (page) => {
      await page.getByRole('textbox').fill('See you on Thursday')
      await page.getByRole('button', { name: 'Schedule' }).click()
      await page.getByRole('combobox').fill('next tue 9')
    },
  },
  {
    name: 'panel-new',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    hash: '#/new',
    widths: [320, 400],
    act: async (page) => {
      await page.getByLabel('LinkedIn profile').fill('linkedin.com/in/ines-carvalho-42')
      await page.keyboard.press('Enter')
      const box = page.getByRole('textbox', { name: /^Message to/ })
      await box.fill('Hello Ines, we met in Lisbon.')
      await page.getByRole('button', { name: 'Schedule' }).click()
      await page.getByRole('option').nth(1).click()
      await page.getByText(/^Scheduled for/).waitFor()
      await box.fill('One more thing')
      await page.getByLabel('Files to attach').setInputFiles({
        name: 'programme.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.alloc(48_000),
      })
      await page.getByText('programme.pdf').waitFor()
    },
  },
  {
    name: 'panel-palette',
    rtl: SIDES,
    page: 'panel',
    world: 'sorted',
    widths: [320, 400],
    act: async (page) => {
      await page.keyboard.press('j')
      await page.locator('[data-row]:focus').waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'panel-keys',
    rtl: SIDES,
    page: 'panel',
    world: 'busy',
    widths: [320, 400],
    act: async (page) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'options-labels',
    rtl: SIDES,
    page: 'options',
    world: 'busy',
    widths: [320, 400, 900],
    act: async (page) => {
      await page.getByRole('button', { name: 'Edit Candidate' }).click()
      await page
        .getByRole('region', { name: 'Labels' })
        .getByRole('button', { name: /^Delete / })
        .last()
        .click()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      await page.evaluate(() => document.getElementById('labels')?.scrollIntoView())
    },
  },
  {
    name: 'options-snippets',
    rtl: SIDES,
    page: 'options',
    world: 'busy',
    widths: [320, 400, 900],
    act: async (page) => {
      await page.getByRole('button', { name: 'Edit Intro call' }).click()
      await page.evaluate(() => document.getElementById('snippets')?.scrollIntoView())
    },
  },
  {
    name: 'options-keyboard',
    rtl: SIDES,
    page: 'options',
    world: 'busy',
    widths: [320, 400],
    act: async (page) => {
      await page.getByRole('button', { name: 'Change keys' }).click()
      await page.evaluate(() => document.getElementById('keyboard')?.scrollIntoView())
    },
  },
  { name: 'panel-disk-full', page: 'panel', world: 'diskFull', widths: PANEL },
  { name: 'popup-disk-full', page: 'popup', world: 'diskFull', widths: POPUP, height: 600 },
  {
    name: 'options-disk-full',
    page: 'options',
    world: 'diskFull',
    widths: [320, 900],
    act: (page) => page.getByRole('heading', { name: 'Data' }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'options-data',
    rtl: SIDES,
    page: 'options',
    world: 'busy',
    widths: [320, 400, 900],
    height: 900,
    act: (page) => page.evaluate(() => document.getElementById('data')?.scrollIntoView()),
  },
  { name: 'panel-lost', page: 'panel', world: 'lost', widths: [320, 400] },
  { name: 'panel-refused', page: 'panel', world: 'refused', widths: PANEL },
  { name: 'popup-refused', page: 'popup', world: 'refused', widths: POPUP, height: 600 },
  { name: 'panel-no-room', page: 'panel', world: 'noRoom', widths: NARROW },
  { name: 'panel-outdated', page: 'panel', world: 'outdated', widths: [320, 400] },
  { name: 'panel-blocked', page: 'panel', world: 'blocked', widths: [320, 400] },
  { name: 'panel-unpaid', page: 'panel', world: 'unpaid', widths: NARROW },
  { name: 'panel-disconnected', page: 'panel', world: 'disconnected', widths: NARROW },
  { name: 'panel-no-access', page: 'panel', world: 'noAccess', widths: NARROW },
  { name: 'panel-loading', page: 'panel', world: 'loading', widths: NARROW },
  { name: 'first-run', page: 'panel', world: 'firstRun', widths: PANEL },
  {
    name: 'first-run-empty',
    page: 'panel',
    world: 'firstRun',
    widths: NARROW,
    act: (page) => page.getByRole('button', { name: 'Connect' }).click(),
  },
  { name: 'first-run-rejected', page: 'panel', world: 'rejected', widths: [320, 400], act: connect },
  { name: 'first-run-done', rtl: SIDES, page: 'panel', world: 'firstRun', widths: PANEL, act: connect },
  { name: 'panel-updated', rtl: SIDES, page: 'panel', world: 'updated', widths: PANEL },
  { name: 'first-run-done-options', page: 'options', world: 'firstRun', widths: [900], act: connect },
  {
    name: 'options-diagnostics',
    page: 'options',
    world: 'busy',
    widths: [320, 400, 900],
    height: 1100,
    act: async (page) => {
      await page.getByRole('button', { name: 'Copy report' }).click()
      await page.getByRole('heading', { name: 'Diagnostics' }).scrollIntoViewIfNeeded()
      await page.evaluate(() => document.getElementById('diagnostics')?.scrollIntoView())
    },
  },
  {
    name: 'options-news',
    page: 'options',
    world: 'busy',
    widths: [320, 900],
    act: (page) => page.evaluate(() => document.getElementById('news')?.scrollIntoView()),
  },
  { name: 'options', page: 'options', world: 'busy', widths: [320, 900], full: true },
  {
    name: 'options-editing',
    page: 'options',
    world: 'disconnected',
    widths: [320, 900],
    full: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'Replace key' }).click()
      await page.getByRole('button', { name: 'Edit Intro call' }).click()
      await page.getByRole('button', { name: 'Add label' }).click()
      await page.getByRole('button', { name: 'Delete everything' }).click()
      await page.getByText('Rows that could not be read').last().click()
    },
  },
]
