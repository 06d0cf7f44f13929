import { expect, test } from 'vitest'
import { story } from './harness/story.ts'
import { waitUntil } from './harness/waitUntil.ts'

const CONVERSATIONS = 350

test('a long list holds a few rows at a time, says which of how many each is, and can be walked through by keyboard', async () => {
  const { harness, sandbox } = await story({
    sandbox: { conversations: CONVERSATIONS, accounts: 1, messagesPerConversation: 1 },
  })
  const listed = async () => {
    const { conversations = [] } = (await harness.storageDump()).indexedDB.parley ?? {}
    return conversations.length
  }
  // Their messages take longer than the budget of a minute.
  await waitUntil(async () => (await listed()) === CONVERSATIONS, {
    timeout: 60_000,
    what: 'all conversations to be listed',
  })
  const panel = await harness.openPage('sidepanel.html#/')
  const list = panel.getByRole('list', { name: 'Conversations' })
  const rows = list.getByRole('listitem')
  await rows.first().waitFor()
  expect(await rows.first().getAttribute('aria-posinset')).toBe('1')
  // Nobody has read to the end yet.
  expect(await rows.first().getAttribute('aria-setsize')).toBe('-1')
  await rows.first().getByRole('button').first().focus()
  const placed = () =>
    panel.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset')))
  for (let at = 2; at <= 130; at++) {
    await panel.keyboard.press('ArrowDown')
    await waitUntil(async () => (await placed()) === at, {
      what: `row ${at} to have the focus`,
      interval: 10,
    })
  }
  expect(await rows.count()).toBeLessThan(60)
  // Not over the list as a whole, whose middle the pointer would have it scroll to.
  await list.locator('[aria-posinset="130"]').hover()
  const last = list.locator(`[aria-posinset="${CONVERSATIONS}"]`)
  await waitUntil(
    async () => {
      await panel.mouse.wheel(0, 3_000)
      return last.isVisible()
    },
    { timeout: 30_000, interval: 50, what: 'the last row' },
  )
  expect(await last.getAttribute('aria-setsize')).toBe(String(CONVERSATIONS))
  await last.getByRole('button').first().click()
  await panel.getByRole('button', { name: 'Back to conversations' }).waitFor()
  expect(sandbox.violations()).toEqual([])
}, 180_000)

test('a click counts in the moment after a turn of the wheel, too', async () => {
  const { harness } = await story({
    sandbox: { conversations: 60, accounts: 1, messagesPerConversation: 1 },
  })
  const panel = await harness.openPage('sidepanel.html#/')
  const list = panel.getByRole('list', { name: 'Conversations' })
  await list.getByRole('listitem').nth(15).waitFor({ state: 'attached' })
  await list.getByRole('listitem').nth(5).hover()
  const rested = panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const scroller = document.querySelector('ul')?.parentElement
        let before = 0
        const look = () => {
          const now = scroller?.scrollTop ?? 0
          if (now > 0 && now === before) resolve()
          else requestAnimationFrame(look)
          before = now
        }
        look()
      }),
  )
  await panel.mouse.wheel(0, 400)
  await rested
  // Without the driver's own look at what it would hit: it waits for as long as the list takes no pointer.
  await panel.mouse.down()
  await panel.mouse.up()
  await panel.getByRole('button', { name: 'Back to conversations' }).waitFor()
})
