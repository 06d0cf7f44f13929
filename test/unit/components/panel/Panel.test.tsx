// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { afterPaint } from '../../../../components/hooks/afterPaint.ts'
import { Panel } from '../../../../components/panel/Panel.tsx'
import { forgetOtherAccounts } from '../../../../lib/store/commits/commitAccounts.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'
import { searchHere } from '../searchHere.ts'

async function openPanel(width: number) {
  const page = preparePage()
  searchHere()
  const { happyDOM } = window as unknown as { happyDOM: { setViewport(size: object): void } }
  happyDOM.setViewport({ width, height: 700 })
  await saveSettings(page.db)
  await page.db.accounts.add(makeAccount({ id: 'account-1' }))
  const anna = makeConversation({ title: 'Anna Ek', accountId: 'account-1' })
  await page.db.conversations.add(anna)
  page.show(<Panel />)
  await screen.findByRole('heading', { name: 'Parley' })
  return { ...page, anna }
}

it('shows the conversation another page asks for, and finds back to the list', async () => {
  const { platform, anna } = await openPanel(400)
  act(() => platform.wish({ page: 'conversation', id: anna.id }))
  await screen.findByRole('heading', { name: 'Anna Ek' })
  expect(location.hash).toBe(`#/c/${encodeURIComponent(anna.id)}`)
  expect(screen.queryByRole('searchbox')).toBeNull()

  fireEvent.click(screen.getByRole('button', { name: 'Back to conversations' }))
  await waitFor(() => expect(location.hash).toBe('#/'))
  expect(await screen.findByRole('searchbox', { name: 'Search messages' })).toBeTruthy()
})

it('puts the focus into the reply box where it is asked to answer, also in the conversation that is open, and only then', async () => {
  const { platform, anna } = await openPanel(400)
  const box = () => screen.findByRole('textbox', { name: 'Reply to Anna Ek' })
  act(() => platform.wish({ page: 'conversation', id: anna.id, reply: true }))
  const reply = await box()
  await waitFor(() => expect(document.activeElement).toBe(reply))
  expect(location.hash).toBe(`#/c/${encodeURIComponent(anna.id)}`)
  reply.blur()
  act(() => platform.wish({ page: 'conversation', id: anna.id, reply: true }))
  await waitFor(() => expect(document.activeElement).toBe(reply))
  fireEvent.click(screen.getByRole('button', { name: 'Back to conversations' }))
  act(() => platform.wish({ page: 'conversation', id: anna.id }))
  expect(document.activeElement).not.toBe(await box())
})

it('shows what is unread when asked for that, whatever was searched or chosen before, and again', async () => {
  const { platform } = await openPanel(400)
  const unread = () => screen.findByRole('button', { name: 'Unread', pressed: true })
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'ek' } })
  await waitFor(() => expect(location.hash).toContain('search'))
  act(() => platform.wish({ page: 'list', filter: 'unread' }))
  await unread()
  fireEvent.click(screen.getByRole('button', { name: 'All' }))
  expect(screen.queryByRole('button', { name: 'Unread', pressed: true })).toBeNull()
  act(() => platform.wish({ page: 'list', filter: 'unread' }))
  await unread()
})

it('keeps the list beside the conversation where there is room', async () => {
  const { platform, anna } = await openPanel(900)
  expect(screen.getByText('No conversation open')).toBeTruthy()
  act(() => platform.wish({ page: 'conversation', id: anna.id }))
  await screen.findByRole('heading', { name: 'Anna Ek' })
  expect(screen.getByRole('searchbox')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Back to conversations' })).toBeNull()
})

it('goes on at the name of the conversation where nothing has the focus, and takes it from nothing', async () => {
  const { db, platform, anna } = await openPanel(900)
  const bo = makeConversation({ title: 'Bo Ek', accountId: 'account-1', key: '2-bo' })
  await db.conversations.add(bo)
  act(() => platform.wish({ page: 'conversation', id: anna.id }))
  const name = await screen.findByRole('heading', { name: 'Anna Ek' })
  await waitFor(() => expect(document.activeElement).toBe(name))
  const search = screen.getByRole('searchbox')
  act(() => search.focus())
  act(() => platform.wish({ page: 'conversation', id: bo.id }))
  await screen.findByRole('heading', { name: 'Bo Ek' })
  await act(afterPaint)
  expect(document.activeElement).toBe(search)
})

it('sends as the account and through the channel of the thread, whatever is filtered, joins or moves meanwhile', async () => {
  const { db, platform } = await openPanel(900)
  await db.accounts.bulkPut([
    makeAccount({ id: 'account-1', name: 'Mira Holm', position: 0 }),
    makeAccount({ id: 'account-2', name: 'Tomas Ek', position: 1 }),
  ])
  const thread = makeConversation({ title: 'Bo Ek', accountId: 'account-2', channel: 'salesNav' })
  await db.conversations.add(thread)
  act(() => platform.wish({ page: 'conversation', id: thread.id }))
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to Bo Ek' })
  const send = screen.getByRole('button', { name: 'Send' })
  const as = () => document.getElementById(send.getAttribute('aria-describedby') ?? '')?.textContent
  await waitFor(() => expect(as()).toBe('as Tomas Ek, Sales Navigator'))
  fireEvent.change(box, { target: { value: 'Thursday works' } })

  fireEvent.click(screen.getByRole('button', { name: 'Mira Holm' }))
  // Another account comes first now, and the one of the thread has another place and name.
  await db.accounts.bulkPut([
    makeAccount({ id: 'account-0', name: 'Ada Ko', position: 0 }),
    makeAccount({ id: 'account-1', name: 'Mira Holm', position: 1 }),
    makeAccount({ id: 'account-2', name: 'Tomas B. Ek', position: 2 }),
  ])
  await waitFor(() => expect(as()).toBe('as Tomas B. Ek, Sales Navigator'))
  fireEvent.click(await screen.findByRole('button', { name: 'Ada Ko' }))
  expect(box.value).toBe('Thursday works')
  fireEvent.click(send)
  await waitFor(async () =>
    expect(await db.outbox.toArray()).toMatchObject([
      {
        kind: 'send',
        accountId: 'account-2',
        channel: 'salesNav',
        conversationId: thread.id,
        text: 'Thursday works',
      },
    ]),
  )
})

it('keeps the typed text and refuses to send it where the account of the thread has just gone', async () => {
  const { db, platform, anna } = await openPanel(900)
  await db.accounts.add(makeAccount({ id: 'account-2', name: 'Tomas Ek', position: 1 }))
  act(() => platform.wish({ page: 'conversation', id: anna.id }))
  const box = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to Anna Ek' })
  fireEvent.change(box, { target: { value: 'Precious' } })
  await forgetOtherAccounts(db, [makeAccount({ id: 'account-2' })])
  expect(await screen.findByText('This conversation is not here')).toBeTruthy()
  await waitFor(async () => expect((await db.drafts.get(anna.id))?.text).toBe('Precious'))
  expect(await db.outbox.count()).toBe(0)
})

it('lets keys wait for the list that they are about', async () => {
  const { db } = await openPanel(900)
  await db.conversations.add(
    makeConversation({ title: 'Bo Ek', accountId: 'account-1', key: '2-bo', unread: 1 }),
  )
  const press = (keys: string) => {
    for (const key of keys.split(' ')) fireEvent.keyDown(document.body, { key })
  }
  press('g u * a')
  await screen.findByText('1 selected')
  press('g i * a')
  await screen.findByText('2 selected')
})

it('keeps what quick hands type after a key for what that key opens, and none of it acts on the list', async () => {
  const { db, anna } = await openPanel(400)
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
  for (const key of ['*', 'a']) press(key)
  await screen.findByText('1 selected')
  for (const key of ['h', 'e', 'm', 'x', 'Backspace', 's']) press(key)
  const box = await screen.findByRole('combobox', { name: 'Snooze until' })
  await waitFor(() => expect(box).toHaveProperty('value', 'ems'))
  expect(document.activeElement).toBe(box)
  expect(await db.conversations.get(anna.id)).toMatchObject({ shelf: 'inbox', muted: false, starred: 0 })
})

it('writes what quick hands type into the reply box that is on its way, and none of it acts on a conversation', async () => {
  const { db, platform, anna } = await openPanel(400)
  act(() => platform.wish({ page: 'conversation', id: anna.id, reply: true }))
  for (const key of 'great, see me at two') fireEvent.keyDown(document.body, { key })
  expect(screen.queryByRole('textbox')).toBeNull()
  const box = await screen.findByRole('textbox', { name: 'Reply to Anna Ek' })
  await waitFor(() => expect(document.activeElement).toBe(box))
  await waitFor(() => expect(box).toHaveProperty('value', 'great, see me at two'))
  expect(await db.conversations.get(anna.id)).toMatchObject({ shelf: 'inbox', muted: false, starred: 0 })
})
