import { expect, test } from 'vitest'
import { submitKey } from './harness/connectInbox.ts'
import { startScene } from './harness/scene.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('a wrong key says so and stays in the box; the right one imports the inbox', async ({
  onTestFinished,
}) => {
  const { sandbox, harness, stop } = await startScene({ firstRun: true, sandbox: { conversations: 60 } })
  onTestFinished(stop)
  const page = await harness.openPage('options.html', { width: 900 })
  await page.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  await submitKey(page, 'wrong-key')
  const alert = page.getByRole('alert')
  await alert.getByText('rejected').waitFor()
  expect(await page.getByLabel('API key').inputValue()).toBe('wrong-key')
  await page.getByLabel('API key').fill('')
  await submitKey(page, sandbox.key)
  await page.getByText('Mara').first().waitFor()
  const panel = await harness.openPage('sidepanel.html#/', { width: 400 })
  const rows = panel.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows.first().waitFor()
  await waitUntil(async () => (await harness.badge()) !== '', { what: 'the badge to count' })
  expect(await harness.notifications()).toEqual([])
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})
