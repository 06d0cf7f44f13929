// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PageRoot } from '../../../../components/platform/PageRoot.tsx'
import { Popup } from '../../../../components/popup/Popup.tsx'
import type { Database } from '../../../../lib/store/database.ts'
import { markRead } from '../../../../lib/store/intents/marks.ts'
import { readFirstScreen } from '../../../../lib/store/queries/firstScreen.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makePlatform } from '../../../fixtures/makePlatform.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

async function openPopup(unread = 2, shown = true) {
  const page = preparePage()
  const account = makeAccount({ id: 'account-1', name: 'Mira Holm' })
  const conversations = ['Ines Carvalho', 'דנה לוי', 'Jonas Weber'].map((title, at) =>
    makeConversation({ title, key: `2-${at}`, unreadCount: at < unread ? 3 : 0, lastActivityAt: 9000 - at }),
  )
  await saveSettings(page.db)
  await page.db.accounts.add(account)
  const readAt = Date.now() - 61_000
  await page.db.freshness.add({
    accountId: account.id,
    succeededAt: readAt,
    serverAt: readAt,
    missedUpTo: 0,
  })
  await page.db.conversations.bulkAdd(conversations)
  if (shown) page.show(<Popup />)
  return { ...page, conversations }
}

const rows = () => screen.findByRole('list', { name: 'Unread conversations' })

it('lists who is unread, newest first, each row named by its title', async () => {
  await openPopup()
  const items = within(await rows()).getAllByRole('listitem')
  expect(items).toHaveLength(2)
  expect(within(items[0] as HTMLElement).getByRole('button', { name: /^Ines Carvalho/ })).toBeTruthy()
  expect(within(items[0] as HTMLElement).getByText('(3 unread)')).toBeTruthy()
  expect(items[0]?.querySelector('time')?.getAttribute('datetime')).toBe('1970-01-01T00:00:09.000Z')
})

it('opens a conversation within the click', async () => {
  const { platform, conversations } = await openPopup()
  fireEvent.click(await screen.findByRole('button', { name: /^Ines Carvalho/ }))
  expect(platform.calls.opened).toEqual([conversations[0]?.id])
})

it('marks as read: takes the row away, keeps the mark for LinkedIn and pokes the worker', async () => {
  const { db, platform } = await openPopup()
  const [first] = await screen.findAllByRole('button', { name: 'Mark as read' })
  fireEvent.click(first as HTMLElement)
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Ines/ })).toBeNull())
  expect(await db.outbox.toArray()).toMatchObject([{ kind: 'seen', state: 'queued' }])
  await waitFor(() => expect(platform.calls.commands.map(({ name }) => name)).toContain('drain'))
})

it('snoozes until the chosen time and tells LinkedIn nothing', async () => {
  const { db } = await openPopup()
  const [first] = await screen.findAllByRole('button', { name: 'Snooze' })
  fireEvent.click(first as HTMLElement)
  fireEvent.click(screen.getByRole('button', { name: 'Later today' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Ines/ })).toBeNull())
  const [triage] = await db.triage.toArray()
  expect(triage?.snoozedUntil).toBeGreaterThan(Date.now() + 2.9 * 3_600_000)
  expect(await db.outbox.count()).toBe(0)
})

it('syncs when it opens, and tells how fresh it is', async () => {
  const { platform } = await openPopup()
  expect(platform.calls.commands[0]?.name).toBe('syncNow')
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Updated 1 min ago'))
})

it('says when nothing is unread', async () => {
  await openPopup(0)
  expect(await screen.findByText('Nothing unread')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Unread' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Open inbox' })).toBeTruthy()
})

it('hides accounts that are off', async () => {
  const { db } = await openPopup()
  await rows()
  const heading = () => screen.getByRole('heading', { name: 'Unread' }).parentElement?.textContent
  await waitFor(() => expect(heading()).toContain('2'))
  await db.settings.put({ key: 'accountsOff', value: ['account-1'] })
  expect(await screen.findByText('Nothing unread')).toBeTruthy()
  await waitFor(() => expect(heading()).not.toContain('2'))
})

it('says for each account what is wrong, each with the one click that mends it', async () => {
  const { db, platform } = await openPopup()
  await db.accounts.bulkPut([
    makeAccount({ id: 'account-1', name: 'Mira Holm', health: { state: 'signedOut' } }),
    makeAccount({ id: 'account-2', name: 'Tomas Ek', health: { state: 'disconnected' } }),
    makeAccount({ id: 'account-3', name: 'Ada Ko', health: { state: 'offline' } }),
  ])
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe(
      'Signed out: Mira Holm · Disconnected: Tomas Ek · Offline: Ada Ko',
    ),
  )
  const [key, cut] = screen.getAllByRole('alert') as [HTMLElement, HTMLElement]
  expect(key.textContent).toContain('The API key was rejected')
  fireEvent.click(within(key).getByRole('button', { name: 'Open settings' }))
  expect(platform.calls.optionsOpened).toBe(1)
  expect(cut.textContent).toContain('Tomas Ek')
  expect(within(cut).getByRole('link', { name: 'Reconnect' }).getAttribute('href')).toMatch(
    /^https:\/\/connectsafely\.ai/,
  )
  expect(screen.getByRole('list', { name: 'Unread conversations' })).toBeTruthy()
})

it('paints what was kept before its database is there, and what is true as soon as it answers', async () => {
  const { db, conversations } = await openPopup(2, false)
  const kept = await readFirstScreen(db)
  await markRead(db, conversations[0]?.id ?? '', Date.now(), 'always')
  let open: (db: Database) => void = () => undefined
  const database = new Promise<Database>((resolve) => {
    open = resolve
  })
  render(
    <PageRoot platform={makePlatform()} database={() => database} firstScreen={kept}>
      <Popup />
    </PageRoot>,
  )
  expect(screen.getByRole('button', { name: /^Ines/ })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('Updated 1 min ago')
  open(db)
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Ines/ })).toBeNull())
  expect(screen.getByRole('button', { name: /^דנה/ })).toBeTruthy()
  expect(await screen.findAllByRole('button', { name: 'Mark as read' })).toHaveLength(1)
})

it('has what pages paint first forgotten before it writes what the user did', async () => {
  const { db, platform } = await openPopup()
  const [first] = await screen.findAllByRole('button', { name: 'Mark as read' })
  fireEvent.click(first as HTMLElement)
  expect(platform.calls.forgotten).toBe(1)
  expect(await db.outbox.count()).toBe(0)
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Ines/ })).toBeNull())
})
