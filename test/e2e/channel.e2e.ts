import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('accounts and channels stand in one list, marked; the button says as whom and through what, and so it goes out', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 16, accounts: 2, unread: 4 } })
  await imported(harness)
  const [mara, owen] = sandbox.world.accounts
  const of = (id = '', channel = 'inbox') =>
    sandbox.world.conversations(id).find((one) => one.channel === channel && one.people.length === 1)
  const [plain, sales] = [of(mara?.id), of(owen?.id, 'salesNav')]
  if (!mara || !owen || !plain || !sales) throw new Error('The world has no such conversations')
  const page = await harness.openPage('sidepanel.html#/', { width: 1000, height: 1400 })
  const rows = page.getByRole('list', { name: 'Conversations' })
  await waitUntil(async () => (await rows.getByRole('listitem').count()) === 16, { what: 'both accounts' })
  const rowOf = ({ people }: typeof plain, words: string) =>
    rows.getByRole('button', { name: new RegExp(`^${people[0]?.name} .*${words}`) }).first()
  await rowOf(plain, `to ${mara.name}`).waitFor()
  await rowOf(sales, `to ${owen.name}, Sales Navigator`).waitFor()

  // By pointer, as the account and through the channel of the thread.
  const send = page.getByRole('button', { name: 'Send', exact: true })
  const as = () =>
    send.evaluate(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
    )
  const says = (words: string) => waitUntil(async () => (await as()) === words, { what: `“${words}”` })
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  await rowOf(sales, 'Sales Navigator').click()
  await says(`as ${owen.name}, Sales Navigator`)
  await box.fill('Through Sales Navigator')
  // Showing another account changes nothing about it.
  await page.getByRole('group', { name: 'Account' }).getByRole('button', { name: mara.name }).click()
  const shown = rows.getByRole('listitem')
  await waitUntil(async () => (await shown.count()) === 8, { what: 'the rows of one account' })
  await says(`as ${owen.name}, Sales Navigator`)
  await send.click()
  await waitUntil(() => sandbox.deliveries().length === 1, { what: 'the reply to go out' })

  // By keyboard, in the other account.
  await page.getByRole('group', { name: 'Account' }).getByRole('button', { name: mara.name }).press('Space')
  await waitUntil(async () => (await shown.count()) === 16, { what: 'both accounts again' })
  await rowOf(plain, `to ${mara.name}`).press('Enter')
  await says(`as ${mara.name}, LinkedIn inbox`)
  await page.keyboard.press('r')
  await box.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('Through the inbox')
  await page.keyboard.press('Enter')
  await waitUntil(() => sandbox.deliveries().length === 2, { what: 'the other reply to go out' })
  expect(
    sandbox.deliveries().map(({ accountId, conversation, text }) => [accountId, conversation, text]),
  ).toEqual([
    [owen.id, sales.key, 'Through Sales Navigator'],
    [mara.id, plain.key, 'Through the inbox'],
  ])
  expect(sandbox.requests({ route: 'POST /sales-nav/send' })).toHaveLength(1)
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})
