import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { keptTriage } from './harness/keptTriage.ts'
import { openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const LABELS = 'Labels, seen by you only'
const REMIND = 'Remind me if they do not answer'

/** Types a time or a label into the list that a menu opened, and clicks what it offers. */
async function choose(page: Page, list: string, text: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: list }).fill(text)
  await page.getByRole('option', { name: option }).first().click()
}

async function fromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

type Deed = [name: string, said: RegExp, act: () => Promise<void>]

/** Does each deed, sees that it is said and kept for so many conversations, and takes it back by its toast. */
async function eachTakenBack(
  harness: Harness,
  page: Page,
  { deeds, count, prepare }: { deeds: Deed[]; count: number; prepare: () => Promise<void> },
): Promise<void> {
  for (const [name, words, act] of deeds) {
    await prepare()
    const before = await keptTriage(harness)
    await act()
    await page
      .getByText(count === 1 ? words : new RegExp(`${words.source}.* · ${count} conversations$`))
      .last()
      .waitFor()
    const changed = async () => (await keptTriage(harness)).filter((row) => !before.includes(row)).length
    expect(await changed(), name).toBe(count)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByText(/^Undone/).waitFor()
    await waitUntil(async () => (await changed()) === 0, { what: `${name} to be taken back` })
  }
}

test('each deed by pointer on many at once, taken back by its toast', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 3 } })
  await imported(harness)
  const page = await harness.openPage('sidepanel.html#/')
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  const bar = page.getByRole('toolbar')
  await rows.nth(5).waitFor()
  const press = (name: string) => bar.getByRole('button', { name, exact: true }).click()
  await eachTakenBack(harness, page, {
    count: 2,
    prepare: async () => {
      for (const at of [4, 5]) await rows.nth(at).getByRole('checkbox').check()
      await bar.getByText('2 selected').waitFor()
    },
    deeds: [
      ['star', /^Starred/, () => fromMenu(page, 'Star')],
      ['mute', /^Muted/, () => fromMenu(page, 'Mute')],
      [
        'label',
        /^Labelled “Candidate”/,
        async () => {
          await press('Label')
          await choose(page, LABELS, 'Candidate', /Candidate/)
        },
      ],
      [
        'remind',
        /^Comes back .* if nobody answers/,
        async () => {
          await fromMenu(page, REMIND)
          await choose(page, REMIND, 'in 3 hours', /\d\d:\d\d|[AP]M/)
        },
      ],
      ['unread', /^Marked as unread/, () => press('Mark as unread')],
      [
        'snooze',
        /^Snoozed until/,
        async () => {
          await press('Snooze')
          await choose(page, 'Snooze until', 'tomorrow 9', /9:00/)
        },
      ],
      ['done', /^Done/, () => press('Done')],
    ],
  })
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('each deed by pointer in a conversation, taken back by its toast', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 8, accounts: 1, unread: 0 } })
  await imported(harness)
  const conversation = sandbox.world
    .conversations()
    .find(({ channel, starred }) => channel === 'inbox' && !starred)
  if (!conversation) throw new Error('The world has no conversation')
  const page = await openThread(harness, conversation.accountId, conversation.key)
  const name = conversation.people[0]?.name ?? ''
  const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click()
  await eachTakenBack(harness, page, {
    count: 1,
    // Some put it away, and the page goes back to the list.
    prepare: async () => {
      await page
        .getByRole('log')
        .or(page.getByRole('list', { name: 'Conversations' }))
        .first()
        .waitFor()
      const row = page.getByRole('list', { name: 'Conversations' }).getByRole('button', { name }).first()
      if (!(await page.getByRole('log').isVisible())) await row.click()
      await page.getByRole('log').waitFor()
    },
    deeds: [
      ['star', /^Starred/, () => press('Star')],
      ['mute', /^Muted/, () => press('Mute')],
      [
        'label',
        /^Labelled “Candidate”/,
        async () => {
          await fromMenu(page, 'Label')
          await choose(page, LABELS, 'Candidate', /Candidate/)
        },
      ],
      [
        'remind',
        /^Comes back .* if nobody answers/,
        async () => {
          await fromMenu(page, REMIND)
          await choose(page, REMIND, 'in 3 hours', /\d\d:\d\d|[AP]M/)
        },
      ],
      [
        'snooze',
        /^Snoozed until/,
        async () => {
          await fromMenu(page, 'Snooze')
          await choose(page, 'Snooze until', 'tomorrow 9', /9:00/)
        },
      ],
      ['done', /^Done/, () => press('Done')],
      ['unread', /^Marked as unread/, () => fromMenu(page, 'Mark as unread')],
    ],
  })
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('a reply by pointer or by keyboard moves its conversation from those that wait for me to those I wait for; LinkedIn is told what is marked unread', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 10, accounts: 1, unread: 2 } })
  await imported(harness)
  const [first, second, other] = sandbox.world
    .conversations()
    .toSorted((a, b) => b.unreadCount - a.unreadCount)
    .map(({ people }) => people[0]?.name ?? '')
  const page = await harness.openPage('sidepanel.html#/', { width: 1000 })
  const rows = page.getByRole('list', { name: 'Conversations' })
  const rowOf = (name = '') => rows.getByRole('button', { name }).first()
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  const view = async (name: string) => {
    await page.getByRole('button', { name: 'More views' }).click()
    await page.getByRole('menuitemcheckbox', { name }).click()
  }
  await view('Waiting for me')
  await rowOf(second).waitFor()
  await rowOf(first).click()
  await box.fill('Here you are')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await rowOf(first).waitFor({ state: 'detached' })
  await view('Waiting for them')
  await rowOf(first).waitFor()

  await page.getByRole('log').focus()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await page.getByRole('heading', { name: 'Waiting for me' }).waitFor()
  await rowOf(second).press('r')
  await page
    .getByRole('textbox', { name: `Reply to ${second}` })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.type('Here you are, too')
  await page.keyboard.press('Enter')
  await rowOf(second).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await rowOf(second).waitFor()
  await rowOf(first).waitFor()

  const told = () => sandbox.requests({ route: 'PATCH /conversations/:urn/mark-unread' }).length
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await rowOf(other).press('u')
  await waitUntil(() => told() === 1, { what: 'LinkedIn to be told' })
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})
