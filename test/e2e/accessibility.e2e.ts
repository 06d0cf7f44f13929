import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'
import { violationsOn } from './harness/violationsOn.ts'

test.each(['light', 'dark'] as const)('axe finds nothing on any page, in %s', async (colorScheme) => {
  const { harness } = await story({ sandbox: { conversations: 30, unread: 5 } })
  await imported(harness)
  const list = await harness.openPage('sidepanel.html#/', { colorScheme })
  await list.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first().waitFor()
  expect(await violationsOn(list)).toEqual([])
  await list.getByRole('list', { name: 'Conversations' }).getByRole('button').first().click()
  await list.getByRole('article').last().waitFor()
  expect(await violationsOn(list)).toEqual([])
  const popup = await harness.openPage('popup.html', { width: 360, height: 600, colorScheme })
  await popup.getByRole('list', { name: 'Unread conversations' }).getByRole('listitem').first().waitFor()
  expect(await violationsOn(popup)).toEqual([])
  const options = await harness.openPage('options.html', { width: 900, colorScheme })
  await options.getByRole('heading', { name: 'Diagnostics' }).waitFor()
  expect(await violationsOn(options)).toEqual([])
})

test('axe finds nothing on the first run', async () => {
  const { harness } = await story({ firstRun: true })
  for (const path of ['popup.html', 'sidepanel.html', 'options.html']) {
    const page = await harness.openPage(path)
    await page.getByRole('heading', { name: 'Connect your inbox' }).waitFor()
    expect(await violationsOn(page)).toEqual([])
  }
})
