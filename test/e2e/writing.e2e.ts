import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { chooseFiles } from './harness/chooseFiles.ts'
import type { Harness } from './harness/harness.ts'
import { imported } from './harness/imported.ts'
import { openThread, story } from './harness/story.ts'
import { violationsOn } from './harness/violationsOn.ts'
import { waitUntil } from './harness/waitUntil.ts'
import { waitUntilKept } from './harness/waitUntilKept.ts'

const SEND = 'POST /conversations/send'
const PLAIN_NAME = /^[A-Z][a-z]+ [A-Z][a-z]+$/

async function writing(accounts = 1) {
  const scene = await story({ sandbox: { conversations: 24, accounts } })
  const { harness, sandbox } = scene
  await imported(harness)
  const conversation = sandbox.world
    .conversations(sandbox.world.accounts[0]?.id)
    .find(
      (one) =>
        one.channel === 'inbox' && one.people.length === 1 && PLAIN_NAME.test(one.people[0]?.name ?? ''),
    )
  const person = conversation?.people[0]
  if (!conversation || !person) throw new Error('The world has no plain conversation')
  const delivered = (key = conversation.key) => sandbox.deliveries(key).map((one) => one.text)
  const open = () => openThread(harness, conversation.accountId, conversation.key)
  return { ...scene, conversation, person, delivered, open }
}

const boxOf = (page: Page) => page.getByRole('textbox', { name: /^(Reply|Message) to/ })
const bubbleOf = (page: Page, text: string) =>
  page.getByRole('log').getByRole('article').filter({ hasText: text })

async function makeSnippet(harness: Harness, name: string, text: string): Promise<void> {
  const options = await harness.openPage('options.html', { width: 900 })
  await options.getByRole('button', { name: 'Add snippet' }).click()
  await options.getByRole('textbox', { name: 'Name' }).fill(name)
  await options.getByRole('textbox', { name: 'Text' }).fill(text)
  await options.getByRole('button', { name: 'Save' }).click()
  await waitUntilKept(harness, 'snippets', { name })
  await options.close()
}

/** Has what is scheduled be due an hour ago, as if the browser had been closed then. */
async function miss(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('parley')
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const change = open.result.transaction('outbox', 'readwrite')
          const read = change.objectStore('outbox').getAll()
          read.onsuccess = () => {
            for (const row of read.result) {
              if (row.state === 'scheduled')
                change.objectStore('outbox').put({ ...row, dueAt: Date.now() - 3_600_000 })
            }
          }
          change.oncomplete = () => {
            open.result.close()
            resolve()
          }
        }
      }),
  )
}

test('a snippet opens with a semicolon, is filled by whom it is to, and does not go out with a blank', async () => {
  const { harness, person, delivered, open } = await writing()
  await makeSnippet(harness, 'Intro', 'Hi {firstName}, about the {role} we spoke of')
  const page = await open()
  const box = boxOf(page)
  await box.focus()
  await page.keyboard.type('Morning! ;int')
  await page.getByRole('option', { name: /^Intro/ }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Enter')
  const filled = `Morning! Hi ${person.firstName}, about the {role} we spoke of`
  await waitUntil(async () => (await box.inputValue()) === filled, { what: 'the snippet to be put in' })
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('fill in').waitFor()
  // The blank is selected: typing fills it.
  await page.keyboard.type('design job')
  await page.keyboard.press('Enter')
  const text = `Morning! Hi ${person.firstName}, about the design job we spoke of`
  await waitUntil(() => delivered().length > 0, { what: 'the reply to go out' })
  expect(delivered()).toEqual([text])

  // By pointer: the button, the menu, the emoji.
  await page.getByRole('button', { name: 'Snippets' }).click()
  await page.getByRole('menuitem', { name: /^Intro/ }).click()
  // It is put in once the menu has given the focus back.
  await waitUntil(async () => (await box.inputValue()) !== '', { what: 'the snippet from the menu' })
  await box.fill('')
  await box.pressSequentially('Great :tad')
  await page.getByRole('option', { name: /:tada:/ }).click()
  await waitUntil(async () => (await box.inputValue()) === 'Great 🎉', { what: 'the emoji' })
  expect(harness.problems()).toEqual([])
})

test('a draft is marked in the list', async () => {
  const { harness, conversation, person } = await writing()
  const page = await harness.openPage('sidepanel.html#/', { width: 1000 })
  const row = page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('button', { name: person.name })
    .first()
  await row.click()
  await boxOf(page).fill('Half a thought')
  await row.getByText('Draft', { exact: true }).waitFor()
  await boxOf(page).fill('')
  await row.getByText('Draft', { exact: true }).waitFor({ state: 'detached' })
  expect(conversation.thread.length).toBeGreaterThan(0)
})

test('a reply is sent later at a typed time, waits for an alarm, and goes out once when sent now', async () => {
  const { harness, sandbox, delivered, open } = await writing()
  const page = await open()
  await boxOf(page).fill('In due time')
  await page.getByRole('button', { name: 'Schedule' }).press('Enter')
  await page.getByText('Goes out only while your browser is running').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.type('in 3 hours')
  await page
    .getByRole('option')
    .first()
    .getByText(/\d\d:\d\d/)
    .waitFor()
  await page.keyboard.press('Enter')
  const bubble = bubbleOf(page, 'In due time')
  await bubble.getByText(/^Scheduled for/).waitFor()
  await waitUntil(async () => (await harness.alarms()).some(({ name }) => name === 'outbox'), {
    what: 'the alarm',
  })
  expect(sandbox.requests({ route: SEND })).toEqual([])
  await bubble.getByRole('button', { name: 'Edit' }).click()
  await waitUntil(async () => (await boxOf(page).inputValue()) === 'In due time', {
    what: 'the text in the box',
  })
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('option', { name: /^Tomorrow morning/ }).click()
  await bubble.getByText(/^Scheduled for tomorrow/).waitFor()
  await bubble.getByRole('button', { name: 'Send now' }).click()
  await waitUntil(() => delivered().length > 0, { what: 'the reply to go out' })
  await bubble.getByText('Sent', { exact: true }).waitFor()
  expect(delivered()).toEqual(['In due time'])
  expect(sandbox.requests({ route: SEND })).toHaveLength(1)
})

test('one that missed its time asks, in its conversation and in the list, and goes out only when told to', async () => {
  const { harness, person, delivered, open, sandbox } = await writing()
  const page = await open()
  await boxOf(page).fill('Good morning')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('option', { name: /^Tomorrow morning/ }).click()
  await bubbleOf(page, 'Good morning')
    .getByText(/^Scheduled for/)
    .waitFor()
  await page.close()
  await miss(harness.probe)
  await harness.relaunch()
  const list = await harness.openPage('sidepanel.html#/')
  const note = list.getByRole('alert').filter({ hasText: `A reply to ${person.name} was due` })
  await note.waitFor()
  expect(sandbox.requests({ route: SEND })).toEqual([])
  await note.getByRole('button', { name: 'Show' }).click()
  const bubble = bubbleOf(list, 'Good morning')
  await bubble.getByText(/^Was due/).waitFor()
  expect(await violationsOn(list)).toEqual([])
  await bubble.getByRole('button', { name: 'Send now' }).click()
  await waitUntil(() => delivered().length > 0, { what: 'the reply to go out' })
  expect(delivered()).toEqual(['Good morning'])
})

test('send and done puts the conversation away and goes on with the next, and undo brings it back', async () => {
  const { harness, person, delivered } = await writing()
  const page = await harness.openPage('sidepanel.html#/', { width: 1000 })
  const rows = page.getByRole('list', { name: 'Conversations' })
  await rows.getByRole('button', { name: person.name }).first().click()
  await boxOf(page).fill('All settled')
  await rows.locator('[data-row][aria-current="true"]').waitFor()
  const next = await rows.locator('[data-row]').evaluateAll((all) => {
    const at = all.findIndex((row) => row.getAttribute('aria-current') === 'true')
    return (all[at + 1] ?? all[at - 1])?.getAttribute('data-row') ?? ''
  })
  await page.keyboard.press('Control+Enter')
  await page.getByText('Sent and done').waitFor()
  await waitUntil(
    async () => (await page.evaluate(() => location.hash)) === `#/c/${encodeURIComponent(next)}`,
    {
      what: 'the next conversation to open',
    },
  )
  await waitUntil(() => delivered().length > 0, { what: 'the reply to go out' })
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await rows.getByRole('button', { name: person.name }).first().waitFor()
  expect(delivered()).toEqual(['All settled'])

  // By key as well.
  await rows.getByRole('button', { name: person.name }).first().click()
  await boxOf(page).fill('Really settled')
  await page.keyboard.press('Control+Enter')
  await waitUntil(() => delivered().length === 2, { what: 'the other reply to go out' })
  await rows.getByRole('button', { name: person.name }).first().waitFor({ state: 'detached' })
  await page.getByRole('log').focus()
  await page.keyboard.press('z')
  await rows.getByRole('button', { name: person.name }).first().waitFor()
  await page.getByText('Back in the inbox').last().waitFor()
})

test('somebody new is written to by the address of their profile; who is known opens at once', async () => {
  const { harness, sandbox, person } = await writing()
  const page = await harness.openPage('sidepanel.html#/')
  await page.getByRole('button', { name: 'New conversation' }).click()
  const profile = page.getByRole('textbox', { name: 'LinkedIn profile' })
  await profile.fill('https://www.linkedin.com/in/nobody-here/')
  await profile.press('Enter')
  await page.getByRole('alert').getByText('no such profile').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await profile.fill('https://www.linkedin.com/in/ines-carvalho-42/?trk=x')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('This is not a reply').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await boxOf(page).fill('Hello Ines')
  await boxOf(page).press('Enter')
  await page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await bubbleOf(page, 'Hello Ines').waitFor()
  expect(sandbox.deliveries().map(({ text }) => text)).toEqual(['Hello Ines'])
  expect(sandbox.requests({ route: SEND })).toHaveLength(1)
  const known = await harness.openPage(`sidepanel.html#/new?profile=${person.slug}`)
  await known.getByRole('heading', { name: person.name }).waitFor()
  expect(sandbox.violations()).toEqual([])
})

test('a first message takes files, snippets and a time, as a reply does', async () => {
  const { harness, sandbox } = await writing()
  await makeSnippet(harness, 'Intro', 'about the {role} we spoke of')
  const page = await harness.openPage('sidepanel.html#/new?profile=ines-carvalho-42')
  await page.getByText('This is not a reply').waitFor()
  const box = boxOf(page)
  const tray = page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')
  const offer = { name: 'offer.pdf', mimeType: 'application/pdf', buffer: Buffer.from('made-up offer') }
  await chooseFiles(page, { button: 'Attach files', input: 'Files to attach', files: [offer] })
  await tray.getByText('offer.pdf').waitFor()
  await box.pressSequentially('Hello ;int')
  await page.getByRole('option', { name: /^Intro/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('option', { name: /^Tomorrow morning/ }).click()
  await page.getByRole('alert').getByText('fill in').waitFor()
  await page.keyboard.type('design job')
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Schedule' }).press('Enter')
  await page.getByRole('combobox', { name: 'Send later' }).fill('in 3 hours')
  await page
    .getByRole('option')
    .first()
    .getByText(/\d\d:\d\d/)
    .waitFor()
  await page.keyboard.press('Enter')
  const text = 'Hello about the design job we spoke of'
  await bubbleOf(page, text)
    .getByText(/^Scheduled for/)
    .waitFor()
  expect(sandbox.requests({ route: SEND })).toEqual([])

  // No list shows it yet, so the list says it, also after a restart of the browser.
  await harness.relaunch()
  const list = await harness.openPage('sidepanel.html#/')
  const note = list.getByText(/^Message to ines-carvalho-42: scheduled for/)
  await note.waitFor()
  await list.getByRole('button', { name: 'Show' }).click()
  const bubble = bubbleOf(list, text)
  expect(await bubble.textContent()).toContain('offer.pdf')
  await bubble.getByRole('button', { name: 'Send now' }).press('Enter')
  await list.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await bubble.getByText('Sent', { exact: true }).waitFor()
  expect(sandbox.deliveries()).toMatchObject([{ text, files: ['offer.pdf'] }])
  expect(sandbox.requests({ route: SEND })).toHaveLength(1)
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})

test('who talks with another account already is asked about before the first message, once', async () => {
  const { harness, sandbox, person, conversation } = await writing(2)
  const [first, second] = sandbox.world.accounts
  sandbox.receive({ conversation: conversation.key, text: 'Any news?' })
  const page = await harness.openPage(`sidepanel.html#/new?profile=${person.slug}`)
  await page.getByRole('combobox', { name: 'From account' }).selectOption(second?.id ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await boxOf(page).fill('Hello from here')
  await boxOf(page).press('Enter')
  const ask = page.getByRole('group', { name: 'Before sending' })
  await ask.getByText(`${first?.firstName}`).waitFor()
  expect(await violationsOn(page)).toEqual([])
  expect(sandbox.requests({ route: SEND })).toEqual([])
  await page.keyboard.press('Escape')
  await ask.waitFor({ state: 'detached' })
  await boxOf(page).press('Enter')
  await ask.getByRole('button', { name: 'Send anyway' }).click()
  await waitUntil(() => sandbox.deliveries().length > 0, { what: 'the message to go out' })
  expect(sandbox.deliveries().map(({ accountId, text }) => [accountId, text])).toEqual([
    [second?.id, 'Hello from here'],
  ])
})
