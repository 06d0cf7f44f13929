import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { story } from './harness/story.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeResults {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** What axe finds wrong. The script is put in through the debugger: the pages' own policy would refuse it. */
async function violationsOn(page: Page): Promise<string[]> {
  const { readFile } = await import('node:fs/promises')
  await page.evaluate(await readFile(AXE, 'utf8'))
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}

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
