// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { NO_PLACE } from '../../../../components/conversation-list/ListPlace.ts'
import { ListPane } from '../../../../components/panel/ListPane.tsx'
import type { ListFilter } from '../../../../lib/domain/listFilter.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { makeSend } from '../../../fixtures/makeSend.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'
import { searchHere } from '../searchHere.ts'

async function openList(props: { query?: string; openId?: string } = {}) {
  const page = preparePage()
  searchHere()
  const onSearch = vi.fn()
  const onOpen = vi.fn()
  await saveSettings(page.db)
  await page.db.accounts.bulkAdd([
    makeAccount({ id: 'account-1', name: 'Mira', position: 0 }),
    makeAccount({ id: 'account-2', name: 'Tomas', position: 1, health: { state: 'signedOut' } }),
  ])
  const anna = makeConversation({ title: 'Anna Ek', accountId: 'account-1', key: '2-a', lastActivityAt: 9 })
  const bo = makeConversation({ title: 'Bo Ek', accountId: 'account-2', key: '2-b', lastActivityAt: 8 })
  await page.db.conversations.bulkAdd([anna, bo])
  const lunch = makeMessage({ conversationId: bo.id, text: 'Lunch in Zürich?', senderName: 'Bo Ek' })
  await page.db.messages.add(lunch)
  const place = { current: NO_PLACE }
  const seeking = { current: false }
  const onWriteTo = vi.fn()
  function Pane() {
    const [filter, setFilter] = useState<ListFilter>('all')
    const { openId = null, query = '' } = props
    return (
      <ListPane
        {...{ openId, query, onSearch, filter, onOpen, onWriteTo }}
        place={place}
        seeking={seeking}
        onFilter={setFilter}
      />
    )
  }
  page.show(<Pane />)
  return { ...page, anna, bo, lunch, onSearch, onOpen }
}

it('has a filter for each shelf and for each of several accounts', async () => {
  await openList()
  for (const name of ['All', 'Unread', 'Starred', 'Snoozed', 'Done']) {
    const button = screen.getByRole('button', { name })
    expect(button.getAttribute('aria-pressed')).toBe(String(name === 'All'))
  }
  fireEvent.click(screen.getByRole('button', { name: 'Starred' }))
  expect(await screen.findByText('Nothing starred')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show all conversations' }))
  expect(screen.getByRole('button', { name: 'All' }).getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(await screen.findByRole('button', { name: 'Tomas' }))
  expect(screen.getByRole('button', { name: 'Tomas' }).getAttribute('aria-pressed')).toBe('true')
})

it('searches with every key', async () => {
  const { onSearch } = await openList()
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search messages' }), { target: { value: 'zur' } })
  expect(onSearch).toHaveBeenCalledExactlyOnceWith('zur')
})

it('finds messages without regard to case and accents, and marks what it found', async () => {
  const { bo, lunch, onOpen } = await openList({ query: 'zurich' })
  const hit = await screen.findByRole('button', { name: /^Bo Ek/ })
  expect(hit.querySelector('mark')?.textContent).toBe('Zürich')
  fireEvent.click(hit)
  expect(onOpen).toHaveBeenCalledWith(bo.id, lunch.id)
})

it('shows what comes in while it is searched for, and lets go of what is recalled', async () => {
  const { db, anna } = await openList({ query: 'zur' })
  await screen.findByRole('button', { name: /^Bo Ek/ })
  const news = makeMessage({ conversationId: anna.id, text: 'Back from Zürich' })
  await db.messages.add(news)
  await screen.findByRole('button', { name: /^Anna Ek/ })
  await db.messages.delete(news.id)
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Anna Ek/ })).toBeNull())
})

it('shows the first thirty messages, and more where the list is scrolled to its end', async () => {
  const { db, bo } = await openList({ query: 'minutes' })
  await db.messages.bulkAdd(
    Array.from({ length: 75 }, (_, i) => makeMessage({ conversationId: bo.id, text: `Minutes ${i}` })),
  )
  const rows = () => document.querySelectorAll('mark')
  await waitFor(() => expect(rows()).toHaveLength(30))
  expect(rows()[0]?.closest('button')?.textContent).toContain('Minutes 74')
  const list = screen.getByRole('region', { name: 'Messages found' }).parentElement as HTMLElement
  fireEvent.scroll(list)
  await waitFor(() => expect(rows()).toHaveLength(60))
  fireEvent.scroll(list)
  await waitFor(() => expect(rows()).toHaveLength(75))
})

it('tells what needs the user, with the way out', async () => {
  const { platform } = await openList()
  expect((await screen.findByRole('alert')).textContent).toContain('key was rejected')
  fireEvent.click(screen.getByRole('button', { name: 'Open settings' }))
  expect(platform.calls.optionsOpened).toBe(1)
})

it('marks in the filter which account is not well, and says how it is', async () => {
  await openList()
  const tomas = await screen.findByRole('button', {
    name: 'Tomas',
    description: /Signed out: the key was rejected/,
  })
  expect(tomas.querySelector('svg')).toBeTruthy()
  const mira = screen.getByRole('button', { name: 'Mira', description: /Up to date/ })
  expect(mira.querySelector('svg')).toBeNull()
})

it('leads to replies that no thread shows', async () => {
  const { db } = await openList()
  await db.outbox.add(
    makeSend({ accountId: 'account-9', conversationId: 'account-9/inbox/x', state: 'failed' }),
  )
  expect(await screen.findByText(/^A reply was not sent/)).toBeTruthy()
  await db.outbox.clear()
  await waitFor(() => expect(screen.queryByText(/^A reply was not sent/)).toBeNull())
})

/** The pane as it is used: what is typed is what is searched. */
async function openLive() {
  const page = preparePage()
  searchHere()
  await saveSettings(page.db)
  await page.db.accounts.add(makeAccount({ id: 'account-1', name: 'Mira', position: 0 }))
  const anna = makeConversation({
    title: 'Anna Ek',
    accountId: 'account-1',
    key: '2-a',
    unread: 1,
    unreadCount: 1,
  })
  const bo = makeConversation({ title: 'Bo Ek', accountId: 'account-1', key: '2-b' })
  await page.db.conversations.bulkAdd([anna, bo])
  await page.db.messages.bulkAdd([
    makeMessage({ conversationId: anna.id, text: 'An offer: https://x.example', senderName: 'Anna Ek' }),
    makeMessage({ conversationId: bo.id, text: 'An offer', senderName: 'Bo Ek' }),
  ])
  const place = { current: NO_PLACE }
  const seeking = { current: false }
  function Pane() {
    const [query, setQuery] = useState('')
    return (
      <ListPane
        openId={null}
        query={query}
        onSearch={setQuery}
        filter="all"
        onFilter={() => undefined}
        onOpen={() => undefined}
        place={place}
        seeking={seeking}
        onWriteTo={() => undefined}
      />
    )
  }
  page.show(<Pane />)
  const box = screen.getByRole('searchbox', { name: 'Search messages' }) as HTMLInputElement
  const type = (value: string) => fireEvent.change(box, { target: { value } })
  return { ...page, box, type }
}

it('suggests how a query may go on; arrows choose, Enter takes, Escape leaves first and then clears', async () => {
  const { box, type } = await openLive()
  type('offer fr')
  const operator = await screen.findByRole('option', { name: 'from:' })
  expect(operator.getAttribute('aria-selected')).toBe('false')
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  expect(operator.getAttribute('aria-selected')).toBe('true')
  expect(box.getAttribute('aria-activedescendant')).toBe(operator.id)
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(box.value).toBe('offer from:')
  await screen.findByRole('option', { name: 'from:me' })
  fireEvent.keyDown(box, { key: 'ArrowUp' })
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('from:"Bo Ek"')
  fireEvent.keyDown(box, { key: 'Escape' })
  expect(box.value).toBe('offer from:')
  fireEvent.click(screen.getByRole('option', { name: 'from:"Anna Ek"' }))
  expect(box.value).toBe('offer from:"Anna Ek" ')
  const found = await screen.findByRole('region', { name: 'Messages found' })
  await waitFor(() => expect(found.querySelectorAll('li')).toHaveLength(1))
  expect(found.querySelector('mark')?.textContent).toBe('offer')
  fireEvent.keyDown(box, { key: 'Escape' })
  expect(box.value).toBe('')
})

it('the keys go from the box to what was found, from people to messages and back', async () => {
  const { box, type } = await openLive()
  const section = () => document.activeElement?.closest('section')?.getAttribute('aria-label')
  const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key })
  box.focus()
  press('Enter')
  expect(document.activeElement).toBe(box)
  type('an')
  await waitFor(() => expect(document.querySelector('[data-query="an"][aria-busy="false"]')).toBeTruthy())
  press('Enter')
  expect(section()).toBe('Conversations found')
  press('ArrowDown')
  expect(section()).toBe('Messages found')
  press('ArrowUp')
  expect(section()).toBe('Conversations found')
})

it('shows the conversations that conditions alone ask for, and says what to do where nothing is like that', async () => {
  const { box, type } = await openLive()
  type('is:unread')
  await screen.findByRole('region', { name: 'Conversations found' })
  expect(screen.getAllByRole('button', { name: /Ek/ })).toHaveLength(1)
  type('is:starred')
  expect(await screen.findByText(/No conversation on this computer is like that/)).toBeTruthy()
  type('has:attachment')
  expect(await screen.findByText(/No message on this computer is like that/)).toBeTruthy()
  type('from:')
  expect(await screen.findByText('Go on typing')).toBeTruthy()
  type('zzz has:link')
  fireEvent.click(await screen.findByRole('button', { name: 'Start over' }))
  expect(box.value).toBe('')
})

it('keeps a search beside the filters until it is taken away', async () => {
  const { box, type } = await openLive()
  type('is:unread')
  fireEvent.click(await screen.findByRole('button', { name: 'Save search' }))
  await screen.findByRole('button', { name: 'Remove saved search' })
  type('')
  fireEvent.click(await screen.findByRole('button', { name: 'is:unread' }))
  expect(box.value).toBe('is:unread')
  fireEvent.click(await screen.findByRole('button', { name: 'Remove saved search' }))
  await screen.findByRole('button', { name: 'Save search' })
  type('')
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Saved searches' })).toBeNull())
})
