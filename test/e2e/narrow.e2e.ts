import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { imported } from './harness/imported.ts'
import { openThread, story } from './harness/story.ts'

async function boxOf(place: Locator) {
  const box = await place.boundingBox()
  if (!box) throw new Error('It is not on the page')
  return { ...box, bottom: box.y + box.height }
}

test('in a narrow panel a conversation leaves room for its name, and a notice covers neither what stands above nor the reply box', async () => {
  const { harness, sandbox } = await story({ sandbox: { conversations: 8, accounts: 1 } })
  await imported(harness)
  const [known] = sandbox.world.conversations().filter(({ channel }) => channel === 'inbox')
  const page = await openThread(harness, known?.accountId ?? '', known?.key ?? '')
  for (const width of [320, 360, 400]) {
    await page.setViewportSize({ width, height: 720 })
    const name = await boxOf(page.getByRole('heading', { level: 1 }))
    expect(name.width).toBeGreaterThan(width === 320 ? 140 : 155)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    for (const also of ['Mute', 'Mark as unread']) await page.getByRole('menuitem', { name: also }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^(Star|Unstar)$/ }).click()
    const notice = page
      .getByRole('dialog')
      .filter({ has: page.getByRole('button', { name: 'Undo' }) })
      .last()
    await notice.waitFor()
    const box = await boxOf(notice)
    const head = await boxOf(page.locator('header').first())
    const reply = await boxOf(page.locator('[data-composer]'))
    expect(box.y).toBeGreaterThanOrEqual(head.bottom)
    expect(box.bottom).toBeLessThan(reply.y)
  }
  expect(harness.problems()).toEqual([])
})

test('in narrow options all that is kept of each account can be read without scrolling to the side', async () => {
  const { harness } = await story({ sandbox: { conversations: 12, accounts: 3 } })
  await imported(harness)
  const page = await harness.openPage('options.html#data', { width: 320 })
  const table = page.getByRole('table', { name: 'On this computer, by account' })
  await table.waitFor()
  expect(await table.getByRole('row').count()).toBe(4)
  expect(await table.getByRole('rowheader').count()).toBe(3)
  const region = page.getByRole('region', { name: 'On this computer' })
  expect(await region.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
})
