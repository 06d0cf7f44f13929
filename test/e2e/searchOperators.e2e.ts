import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('a search is narrowed by operators, by keyboard and by pointer, kept, and found again from the address bar', async () => {
  const { harness, sandbox } = await story({
    sandbox: { conversations: 6, accounts: 2, unread: 0, messagesPerConversation: 4 },
  })
  const [conversation] = sandbox.world.conversations()
  sandbox.receive({ conversation: conversation?.key ?? '', text: 'The contract: https://x.example/contract' })
  await imported(harness)
  const page = await harness.openPage('sidepanel.html')
  const box = page.getByRole('searchbox', { name: 'Search messages' })
  const messages = page.getByRole('region', { name: 'Messages found' }).getByRole('button')
  const option = (name: string) => page.getByRole('option', { name, exact: true })
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor()

  // By keyboard alone.
  await box.focus()
  await page.keyboard.type('contract ha')
  await option('has:').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await option('has:link').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  expect(await box.inputValue()).toBe('contract has:link ')
  await waitUntil(async () => (await messages.count()) === 1, { what: 'the only message with a link' })
  expect(await messages.locator('mark').first().textContent()).toBe('contract')
  await page.keyboard.press('Enter')
  await messages.first().and(page.locator(':focus')).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.press('End')
  await page.keyboard.type('before:2020')
  await page.getByText('Nothing found').waitFor()
  await page.keyboard.press('Escape')
  expect(await box.inputValue()).toBe('')

  // By pointer.
  await box.fill('is:')
  await option('is:unread').click()
  const people = page.getByRole('region', { name: 'Conversations found' }).getByRole('listitem')
  await waitUntil(async () => (await people.count()) === 1, { what: 'the only unread conversation' })
  await page.getByRole('button', { name: 'Save search' }).click()
  await page.getByRole('button', { name: 'Remove saved search' }).waitFor()
  await page.getByRole('button', { name: 'Clear search' }).click()
  await page.getByRole('group', { name: 'Saved searches' }).getByRole('button', { name: 'is:unread' }).click()
  expect(await box.inputValue()).toBe('is:unread')
  await people.first().waitFor()

  // From the address bar, into the panel that is open.
  await harness.doors.enterInAddressBar(' contract has:link ')
  await waitUntil(async () => (await box.inputValue()) === 'contract has:link', {
    what: 'the panel to search',
  })
  await messages.first().waitFor()
  expect(harness.problems()).toEqual([])
}, 120_000)
