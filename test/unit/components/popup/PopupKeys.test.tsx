// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Popup } from '../../../../components/popup/Popup.tsx'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

let opened = 0

async function openPopup() {
  opened += 1
  const page = preparePage()
  const conversations = ['Ines Carvalho', 'Jonas Weber', 'Dana Levi'].map((title, at) =>
    makeConversation({ title, key: `2-${opened}-${at}`, unreadCount: 1, lastActivityAt: 9000 - at }),
  )
  await saveSettings(page.db)
  await page.db.accounts.add(makeAccount({ id: 'account-1', name: 'Mira Holm' }))
  await page.db.conversations.bulkAdd(conversations)
  page.show(<Popup />)
  await screen.findAllByRole('button', { name: 'Snooze' })
  const focused = () => document.activeElement?.getAttribute('data-row')
  /** Presses a key until the row of this place has the focus: the keys are loaded after the rows. */
  const walkTo = async (key: string, at: number) => {
    press(key)
    await waitFor(() => expect(focused()).toBe(conversations[at]?.id))
  }
  return { ...page, conversations, focused, walkTo }
}

const press = (key: string, change: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...change })
const titles = () =>
  screen.queryAllByRole('listitem').map((item) => item.querySelector('[dir=auto]')?.textContent)

it('j and k walk through the rows, o opens the one with the focus, r its reply box', async () => {
  const { platform, conversations, walkTo } = await openPopup()
  await walkTo('j', 0)
  await walkTo('j', 1)
  await walkTo('k', 0)
  press('o')
  expect(platform.calls.opened).toEqual([conversations[0]?.id])
  press('r')
  expect(platform.calls.toReply).toEqual([conversations[0]?.id])
})

it('e and Shift+I put rows away, the next one has the focus, and z takes each back, also from an empty list', async () => {
  const { db, conversations, focused, walkTo } = await openPopup()
  await walkTo('j', 0)
  press('e')
  await waitFor(() => expect(titles()).toEqual(['Jonas Weber', 'Dana Levi']))
  await waitFor(() => expect(focused()).toBe(conversations[1]?.id))
  press('I', { shiftKey: true })
  await waitFor(() => expect(titles()).toEqual(['Dana Levi']))
  await waitFor(() => expect(focused()).toBe(conversations[2]?.id))
  press('e')
  await screen.findByText('Nothing unread')
  for (const left of [1, 2, 3]) {
    press('z')
    await waitFor(() => expect(titles()).toHaveLength(left))
  }
  expect((await db.conversations.toArray()).map(({ shelf, unread }) => [shelf, unread])).toEqual(
    Array(3).fill(['inbox', 1]),
  )
})

it('what is put away is gone at once, and back where it cannot be written', async () => {
  const { db, walkTo } = await openPopup()
  await walkTo('j', 0)
  vi.spyOn(db, 'withRoom').mockRejectedValueOnce(new Error('no room'))
  press('e')
  expect(titles()).toEqual(['Jonas Weber', 'Dana Levi'])
  await waitFor(() => expect(titles()).toEqual(['Ines Carvalho', 'Jonas Weber', 'Dana Levi']))
})

it('a hand that is quicker than the disk is never sent to a row that is on its way out', async () => {
  const { conversations, focused, walkTo } = await openPopup()
  await walkTo('j', 0)
  await walkTo('j', 1)
  press('e')
  expect(focused()).toBe(conversations[2]?.id)
  press('e')
  expect(focused()).toBe(conversations[0]?.id)
  await waitFor(() => expect(titles()).toEqual(['Ines Carvalho']))
  expect(focused()).toBe(conversations[0]?.id)
})

it('h asks until when, l for a label, s stars', async () => {
  const { db, conversations, walkTo } = await openPopup()
  await walkTo('j', 0)
  press('s')
  await waitFor(async () => expect((await db.conversations.get(conversations[0]?.id ?? ''))?.starred).toBe(1))
  press('l')
  expect(await screen.findByRole('combobox', { name: 'Labels, seen by you only' })).toBeTruthy()
  press('Escape')
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
  await walkTo('j', 1)
  press('h')
  expect(await screen.findByRole('combobox', { name: 'Snooze until' })).toBeTruthy()
})

it('g i opens the inbox, g and a comma the settings, Shift+R reads the accounts now', async () => {
  const { platform, walkTo } = await openPopup()
  await walkTo('j', 0)
  press('g')
  press('i')
  expect(platform.calls.opened).toEqual([null])
  press('g')
  press(',')
  expect(platform.calls.optionsOpened).toBe(1)
  const before = platform.calls.commands.filter(({ name }) => name === 'syncNow').length
  press('R', { shiftKey: true })
  expect(platform.calls.commands.filter(({ name }) => name === 'syncNow')).toHaveLength(before + 1)
})
