import { expect, test } from 'vitest'
import { chooseFiles } from './harness/chooseFiles.ts'
import { connectInbox } from './harness/connectInbox.ts'
import { imported } from './harness/imported.ts'
import { openThread, story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

async function inbox() {
  const scene = await story({ sandbox: { conversations: 8, accounts: 2, messagesPerConversation: 6 } })
  await imported(scene.harness)
  const conversation = scene.sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  const settings = () => scene.harness.openPage('options.html#data', { width: 900 })
  return { ...scene, conversation, settings }
}

test('a conversation is exported from its menu, by keyboard and by pointer', async () => {
  const { harness, conversation } = await inbox()
  const page = await openThread(harness, conversation.accountId, conversation.key)
  const newest = conversation.thread.at(0)?.text ?? ''
  const more = page.getByRole('button', { name: 'More' })
  const markdown = await harness.savedBy(page, async () => {
    await more.press('Enter')
    await page.getByRole('menuitem', { name: 'Export as Markdown' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menuitem', { name: 'Export as Markdown' }).press('Enter')
  })
  expect(markdown.name).toMatch(/\.md$/)
  expect(markdown.text).toMatch(/^# /)
  const json = await harness.savedBy(page, async () => {
    await more.click()
    await page.getByRole('menuitem', { name: 'Export as JSON' }).click()
  })
  const content = JSON.parse(json.text)
  expect(content.conversations).toHaveLength(1)
  expect(content.messages.at(-1).text).toBe(newest)
  expect(harness.problems()).toEqual([])
})

test('everything is exported as JSON and CSV, and what is kept is told by account', async () => {
  const { harness, sandbox, settings } = await inbox()
  const page = await settings()
  const table = page.getByRole('table', { name: 'On this computer, by account' })
  for (const { name } of sandbox.world.accounts) await table.getByRole('row', { name }).waitFor()
  const everything = await harness.savedBy(page, () =>
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  )
  const { messages, conversations } = JSON.parse(everything.text)
  expect(conversations).toHaveLength(sandbox.world.conversations().length)
  await page.getByRole('combobox', { name: 'Format' }).selectOption('csv')
  const csv = await harness.savedBy(page, () =>
    page.getByRole('button', { name: 'Export', exact: true }).press('Enter'),
  )
  expect(csv.name).toMatch(/\.csv$/)
  expect(csv.text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toHaveLength(messages.length)
  expect(everything.text + csv.text).not.toContain(sandbox.key)
  expect(harness.problems()).toEqual([])
})

test('what the user made survives "Delete everything" in a backup, and a broken one changes nothing', async () => {
  const { harness, sandbox, conversation, settings } = await inbox()
  const thread = await openThread(harness, conversation.accountId, conversation.key)
  await thread.getByRole('button', { name: 'Star', exact: true }).click()
  await thread.getByRole('button', { name: 'Unstar' }).waitFor()
  await thread.close()
  const page = await settings()
  await page.getByRole('button', { name: 'Add snippet' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Thanks')
  await page.getByLabel('Text', { exact: true }).fill('Thank you {firstName}')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dark = page.getByRole('radio', { name: 'Dark' })
  await dark.click({ force: true })
  await waitUntil(() => dark.isChecked(), { what: 'the dark theme to be kept' })
  const backup = await harness.savedBy(page, () =>
    page.getByRole('button', { name: 'Back up' }).press('Enter'),
  )
  expect(backup.text).not.toContain(sandbox.key)
  expect(JSON.parse(backup.text)).toMatchObject({ format: 'parley-backup', snippets: [{ name: 'Thanks' }] })

  await page.getByRole('button', { name: 'Delete everything' }).click()
  await page.getByRole('button', { name: 'Yes, delete everything' }).click()
  await page.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  await connectInbox(page, sandbox.key)
  await page.close()
  await imported(harness)

  const again = await settings()
  const choose = (text: string) =>
    chooseFiles(again, {
      button: 'Choose backup',
      input: 'Backup to restore',
      files: [{ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) }],
    })
  await choose(backup.text.replace('"Thanks"', '7'))
  await again.getByRole('alert').filter({ hasText: 'This backup is damaged' }).waitFor()
  await choose(backup.text)
  const plan = again.getByRole('group', { name: 'Restore' })
  await plan.getByText('add 1 snippet').waitFor()
  expect(await again.getByText('Thank you {firstName}').count()).toBe(0)
  await plan.getByRole('button', { name: 'Cancel' }).press('Enter')
  await plan.waitFor({ state: 'detached' })
  await choose(backup.text)
  await plan.getByRole('button', { name: 'Restore' }).click()
  await again.getByText('The backup was restored.').waitFor()
  await again.getByText('Thank you {firstName}').waitFor()
  expect(await again.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true)
  const panel = await openThread(harness, conversation.accountId, conversation.key)
  await panel.getByRole('button', { name: 'Unstar' }).waitFor()
  await choose(backup.text)
  await again.getByText(/is here already/).waitFor()
  expect(harness.problems()).toEqual([])
})

test('clearing the cache empties the table of what is kept, and it fills again by itself', async () => {
  const { harness, sandbox, settings } = await inbox()
  const page = await settings()
  const name = sandbox.world.accounts[0]?.name ?? ''
  const row = page.getByRole('table', { name: 'On this computer, by account' }).getByRole('row', { name })
  await row.waitFor()
  const before = await row.textContent()
  await page.getByRole('button', { name: 'Clear cached messages' }).press('Enter')
  await page.getByRole('button', { name: 'Clear now' }).click()
  await imported(harness)
  await page.reload()
  await waitUntil(async () => (await row.textContent()) === before, {
    timeout: 60_000,
    what: 'the same counts again',
  })
})
