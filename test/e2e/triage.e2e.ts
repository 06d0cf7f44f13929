import { expect, test } from 'vitest'
import { can } from './harness/can.ts'
import { imported } from './harness/imported.ts'
import { lookAway, openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('mark as read, done and snooze empty the popup, tell LinkedIn only of the reading, and survive a restart', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 20, accounts: 1, unread: 3 } })
  await imported(harness)
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.nth(2).waitFor()
  const names = sandbox.world
    .conversations()
    .filter((one) => one.unreadCount > 0)
    .map((one) => one.people[0]?.name ?? '')
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Mark as read' }).click()
  await waitUntil(async () => (await rows.count()) === 2, { what: 'the read row to go' })
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Done' }).click()
  await waitUntil(async () => (await rows.count()) === 1, { what: 'the done row to go' })
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Snooze' }).click()
  await rows.first().getByRole('button', { name: 'Tomorrow' }).click()
  await popup.getByText('Nothing unread').waitFor()
  await waitUntil(async () => (await harness.badge()) === '', { what: 'the badge to be empty' })
  const seen = () => sandbox.requests({ route: 'POST /messaging/mark-seen' })
  await waitUntil(() => seen().length === 1, { what: 'LinkedIn to be told of the reading' })
  expect(sandbox.violations()).toEqual([])

  await harness.relaunch()
  const panel = await harness.openPage('sidepanel.html#/')
  const list = panel.getByRole('list', { name: 'Conversations' })
  await list
    .getByRole('button', { name: names[0] ?? '' })
    .first()
    .waitFor()
  for (const [filter, name] of [
    ['Done', names[1]],
    ['Snoozed', names[2]],
  ] as const) {
    await panel.getByRole('button', { name: filter, exact: true }).first().click()
    await list
      .getByRole('button', { name: name ?? '' })
      .first()
      .waitFor()
    expect(await list.getByRole('listitem').count()).toBe(1)
  }
})

test('the popup is worked through by its keys: moved in, put away, taken back, opened', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 4 } })
  await imported(harness)
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.nth(3).waitFor()
  const names = sandbox.world
    .conversations()
    .filter((one) => one.unreadCount > 0)
    .map((one) => one.people[0]?.name ?? '')
  const onRow = (name = '') =>
    popup.getByRole('button', { name }).and(popup.locator('[data-row]:focus')).waitFor()
  const count = (left: number) =>
    waitUntil(async () => (await rows.count()) === left, { what: `${left} rows` })
  // Pressed as soon as the rows are there, though what hears it is loaded later.
  await popup.keyboard.press('j')
  await onRow(names[0])
  await popup.keyboard.press('j')
  await onRow(names[1])
  await popup.keyboard.press('k')
  await onRow(names[0])
  await popup.keyboard.press('e')
  await count(3)
  await onRow(names[1])
  await popup.keyboard.press('h')
  await popup.getByRole('combobox', { name: 'Snooze until' }).fill('tomorrow 9')
  await popup.getByRole('option', { name: /9:00/ }).first().waitFor()
  await popup.keyboard.press('Enter')
  await count(2)
  await onRow(names[2])
  await popup.keyboard.press('Shift+I')
  await count(1)
  for (const left of [2, 3, 4]) {
    await popup.keyboard.press('z')
    await count(left)
  }
  await waitUntil(async () => (await harness.badge()) === '4', { what: 'the badge to count all four' })
  await rows.first().getByRole('button').first().focus()
  await popup.keyboard.press('Enter')
  const panel = await harness.sidePanelPage()
  await panel.getByRole('heading', { name: names[0] ?? '' }).waitFor()
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

/** Run in a page: the browser takes a second to name its window. */
function nameWindowLate(): void {
  const { windows } = globalThis.chrome
  const ask = windows?.getCurrent as ((...args: unknown[]) => Promise<unknown> | undefined) | undefined
  if (!ask) return
  const late = (...args: unknown[]) =>
    new Promise((resolve) => setTimeout(() => resolve(ask.apply(windows, args)), 1_000))
  Object.assign(windows, { getCurrent: late })
}

test.runIf(can('driveSidePanel'))(
  'r in the popup opens the panel in the reply box, also in the conversation that is open, and what is typed goes there',
  async () => {
    const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 3 } })
    await imported(harness)
    const unread = sandbox.world.conversations().find((one) => one.unreadCount > 0)
    const name = unread?.people[0]?.name ?? ''
    const inReplyBox = async () => {
      const panel = await harness.sidePanelPage()
      const box = panel.getByRole('textbox', { name: `Reply to ${name}` })
      await box.and(panel.locator(':focus')).waitFor()
      return { panel, box }
    }
    const popup = await harness.openPopup()
    await popup.getByRole('listitem').first().waitFor()
    await popup.keyboard.press('j')
    await popup.locator('[data-row]:focus').waitFor()
    // The popup may be gone before the key is up.
    await popup.keyboard.press('r').catch(() => undefined)
    const { panel, box } = await inReplyBox()
    await panel.keyboard.type('On my way')
    expect(await box.inputValue()).toBe('On my way')
    // Unread again, and asked for from the popup once more: the panel shows it already.
    await panel.getByRole('log').focus()
    sandbox.receive({ conversation: unread?.key ?? '', text: 'Are you there?' })
    await lookAway(panel)
    await harness.fireAlarm('poll')
    // Nor does it matter whether the browser has said yet which window this is.
    await harness.context.addInitScript(nameWindowLate)
    const again = await harness.openPage('popup.html', { width: 360, height: 600 })
    const row = again.getByRole('listitem').filter({ hasText: 'Are you there?' })
    await row.getByRole('button').first().press('r')
    const { box: same } = await inReplyBox()
    expect(await same.inputValue()).toBe('On my way')
    expect(harness.problems()).toEqual([])
  },
)

test('a conversation that is done comes back when a new message comes in', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 1 } })
  await imported(harness)
  const popup = await harness.openPage('popup.html', { width: 360, height: 600 })
  const rows = popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem')
  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Done' }).click()
  await popup.getByText('Nothing unread').waitFor()
  const done = sandbox.world.conversations().find((one) => one.unreadCount > 0)
  sandbox.receive({ conversation: done?.key ?? '', text: 'One more thing' })
  await popup.getByRole('button', { name: 'Sync now' }).click()
  await rows.getByText('One more thing').waitFor()
})

test('an account that is switched off leaves the inbox, and comes back when it is switched on', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 16, accounts: 2, unread: 0 } })
  await imported(harness)
  const [first] = sandbox.world.accounts
  const options = await harness.openPage('options.html', { width: 900 })
  const panel = await harness.openPage('sidepanel.html#/')
  const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows.nth(7).waitFor()
  const name = first?.name ?? ''
  const names = sandbox.world.conversations(first?.id).map((one) => one.people[0]?.name ?? '')
  await options.bringToFront()
  await options.getByRole('switch', { name }).last().click()
  const shown = () => rows.getByRole('button', { name: names[0] ?? '' }).count()
  await waitUntil(async () => (await shown()) === 0, { what: 'the rows of the account to go' })
  await options.getByRole('switch', { name }).last().click()
  await waitUntil(async () => (await shown()) > 0, { what: 'the rows of the account to come back' })
})

test('"Delete everything" leaves the first run and nothing else', async () => {
  const { harness } = await story({ sandbox: { conversations: 12, accounts: 1 } })
  await imported(harness)
  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('button', { name: 'Delete everything' }).click()
  await options.getByRole('button', { name: 'Yes, delete everything' }).click()
  await options.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  const dump = await harness.storageDump()
  expect(dump.local).toEqual({})
  expect(JSON.stringify(dump)).not.toContain('@')
  expect(await harness.badge()).toBe('')
})

test('in the list each deed is said and taken back, on one conversation or many; labels and typed times find them again', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 12, accounts: 1, unread: 3 } })
  await imported(harness)
  const panel = await harness.openPage('sidepanel.html#/')
  const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  const titleOf = (at: number) => rows.nth(at).getByRole('button').first().innerText()
  const undo = () => panel.getByRole('button', { name: 'Undo' }).click()
  const view = async (name: string) => {
    await panel.getByRole('button', { name: 'More views' }).click()
    await panel.getByRole('menuitemcheckbox', { name }).click()
  }
  await rows.nth(5).waitFor()
  const first = await titleOf(0)

  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Done' }).click()
  await panel.getByText('Done', { exact: true }).last().waitFor()
  await waitUntil(async () => (await titleOf(0)) !== first, { what: 'the done row to go' })
  await undo()
  await waitUntil(async () => (await titleOf(0)) === first, { what: 'the row to come back' })

  await rows.first().hover()
  await rows.first().getByRole('button', { name: 'Snooze' }).click()
  await rows.first().getByRole('button', { name: 'Another time' }).click()
  await panel.getByRole('combobox', { name: 'Snooze until' }).fill('next tue 14:30')
  await panel.getByRole('option', { name: /^Tue/ }).click()
  await panel.getByText(/^Snoozed until Tue/).waitFor()
  await panel.getByRole('button', { name: 'Snoozed', exact: true }).click()
  await waitUntil(async () => (await rows.count()) === 1, { what: 'the snoozed one alone' })
  expect(await titleOf(0)).toContain(first.split('\n')[0])
  await undo()
  await panel.getByText('Nothing snoozed').waitFor()
  await panel.getByRole('button', { name: 'All', exact: true }).click()

  await rows.nth(5).waitFor()
  for (const at of [0, 2]) await rows.nth(at).getByRole('checkbox').check()
  const bar = panel.getByRole('toolbar')
  await bar.getByText('2 selected').waitFor()
  await bar.getByRole('button', { name: 'Label' }).click()
  await panel.getByRole('combobox').fill('Candidate')
  await panel.getByRole('option', { name: 'Create “Candidate”' }).click()
  await panel.getByText('Labelled “Candidate” · 2 conversations').waitFor()
  await bar.getByRole('button', { name: 'Done' }).click()
  await panel.getByText('Done · 2 conversations').waitFor()
  await view('Candidate')
  await waitUntil(async () => (await rows.count()) === 2, { what: 'the list of the label' })
  await panel.getByRole('button', { name: 'Done', exact: true }).first().click()
  await waitUntil(async () => (await rows.count()) === 2, { what: 'both to be done' })
  await undo()
  await panel.getByText('Nothing done yet').waitFor()

  await view('Waiting for me')
  await panel.getByRole('heading', { name: 'Waiting for me' }).waitFor()
  expect(sandbox.violations()).toEqual([])
})

test('a note on a person and a reminder stand over the conversation; their answer ends the reminder, not the note', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 6, accounts: 1, unread: 0 } })
  await imported(harness)
  const [conversation] = sandbox.world.conversations()
  if (!conversation) throw new Error('The world is empty')
  const panel = await openThread(harness, sandbox.world.accounts[0]?.id ?? '', conversation.key)
  const more = async (name: string) => {
    await panel.getByRole('button', { name: 'More', exact: true }).click()
    await panel.getByRole('menuitem', { name }).click()
  }
  await more('Private note')
  await panel.getByRole('textbox', { name: /^Note on/ }).fill('Met in Berlin')
  await panel.getByRole('button', { name: 'Save note' }).click()
  await panel.getByRole('button', { name: 'Private note: Met in Berlin' }).waitFor()

  await more('Remind me if they do not answer')
  await panel.getByRole('combobox').fill('in 3 hours')
  await panel.getByRole('option').first().click()
  const reminder = panel.getByText(/^Comes back .* if nobody answers/)
  await reminder.first().waitFor()
  sandbox.receive({ conversation: conversation.key, text: 'Here is my answer' })
  await panel.getByRole('log').getByText('Here is my answer').waitFor()
  await panel.getByRole('button', { name: 'No reminder' }).waitFor({ state: 'detached' })
  expect(await panel.getByRole('button', { name: 'Private note: Met in Berlin' }).count()).toBe(1)

  // LinkedIn is told of a star, and of its end.
  const told = () =>
    [
      ...sandbox.requests({ route: 'PATCH /conversations/:urn/star' }),
      ...sandbox.requests({ route: 'PATCH /conversations/:urn/unstar' }),
    ].length
  await panel.getByRole('button', { name: 'Star', exact: true }).click()
  await panel.getByText('Starred').waitFor()
  await waitUntil(() => told() > 0, { what: 'LinkedIn to be told of the star' })
  await panel.getByRole('button', { name: 'Undo' }).click()
  await waitUntil(() => told() > 1, { what: 'LinkedIn to be told of its end' })
  await panel.getByRole('button', { name: 'Star', exact: true }).waitFor()
  expect(sandbox.violations()).toEqual([])
})
