import { expect, test } from 'vitest'
import { connectInbox } from './harness/connectInbox.ts'
import { startScene } from './harness/scene.ts'
import { writeReply } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

test('without a key there is a sample inbox: it answers, news arrive, and leaving takes all of it away', async ({
  onTestFinished,
}) => {
  const { sandbox, harness, stop } = await startScene({
    firstRun: true,
    sandbox: { conversations: 8, accounts: 1 },
  })
  onTestFinished(stop)
  const asked: string[] = []
  harness.context.on('request', (request) => {
    if (!request.url().startsWith(harness.url(''))) asked.push(request.url())
  })
  const page = await harness.openPage('sidepanel.html', { width: 900 })
  await page.getByRole('button', { name: 'Try it without a key' }).click()
  const mark = page.getByRole('region', { name: 'Sample inbox' })
  await mark.waitFor()
  const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem')
  await rows.filter({ hasText: 'سارة مثال' }).waitFor()
  await waitUntil(async () => (await harness.badge()) !== '', { what: 'the badge to count' })
  expect(await harness.notifications()).toEqual([])

  await rows.filter({ hasText: 'Noor Example' }).click()
  await writeReply(page, 'Please do!')
  const log = page.getByRole('log')
  await log.getByText('Please do!').waitFor()
  await log.getByText('Thank you for the quick answer!').waitFor({ timeout: 60_000 })

  // It came while the other conversation was open; the alarm that finds it goes off early.
  await waitUntil(
    async () => {
      await harness.fireAlarm('poll')
      return (await harness.notifications()).length > 0
    },
    { timeout: 90_000, what: 'a message to arrive' },
  )
  await rows.filter({ hasText: 'everything is in one piece' }).waitFor()

  for (const other of ['popup.html', 'options.html']) {
    const marked = await harness.openPage(other, { width: 400 })
    await marked.getByRole('region', { name: 'Sample inbox' }).waitFor()
    await marked.close()
  }
  await mark.getByRole('button', { name: 'Leave sample' }).click()
  await page.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
  await mark.waitFor({ state: 'detached' })
  await waitUntil(async () => (await harness.badge()) === '', { what: 'the badge to be empty' })
  expect(await harness.notifications()).toEqual([])
  const dump = await harness.storageDump()
  expect(dump.local).toEqual({})
  expect(Object.values(dump.indexedDB).flatMap(Object.values).flat()).toEqual([])
  expect(JSON.stringify(dump)).not.toMatch(/sample|example/i)
  expect(asked).toEqual([])
  expect(sandbox.requests()).toEqual([])

  await connectInbox(page, sandbox.key)
  await rows.filter({ hasText: 'Mara' }).first().waitFor()
  expect(await rows.filter({ hasText: /(Mira|Noor|Yuki) Example/ }).count()).toBe(0)
  expect(sandbox.violations()).toEqual([])
  expect(harness.problems()).toEqual([])
})
