// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { goToSection } from '../../../../components/settings/goToSection.ts'
import { Settings } from '../../../../components/settings/Settings.tsx'
import type { Platform } from '../../../../lib/commands/Platform.ts'
import type { QuietHours } from '../../../../lib/domain/quietHours.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { makeSend } from '../../../fixtures/makeSend.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

async function openSettings(platform: Partial<Platform> = {}) {
  const page = preparePage(platform)
  await saveSettings(page.db)
  await page.db.accounts.add(makeAccount({ id: 'account-1', name: 'Mira' }))
  page.show(<Settings />)
  await screen.findByRole('switch', { name: /^Mira/ })
  return page
}

it('offers no silence where the browser cannot keep it, and shows what was chosen in one that can', async () => {
  const { db } = await openSettings({ silencesNotices: false })
  await db.accounts.add(makeAccount({ id: 'account-2', name: 'Sanne', position: 1 }))
  await saveSettings(db, { notifyAccounts: { 'account-2': 'silent' } })
  const rules = async (name: string) => {
    const select: HTMLSelectElement = await screen.findByLabelText(`Messages to ${name}`)
    return [...select.options].map(({ value }) => value)
  }
  await waitFor(async () => expect(await rules('Sanne')).toEqual(['on', 'silent', 'off']))
  expect(await rules('Mira')).toEqual(['on', 'off'])
  expect(screen.queryByRole('switch', { name: /^Sound/ })).toBeNull()
})

it('has a heading for each topic', async () => {
  await openSettings()
  const names = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
  expect(names).toEqual([
    'Account',
    'Sync',
    'Notifications',
    'Appearance',
    'Keyboard',
    'Snippets',
    'Labels',
    'Data',
    'Diagnostics',
    'What changed',
  ])
})

it('puts the focus on the heading of the section it is asked to show, again and again', async () => {
  location.hash = '#labels'
  await openSettings()
  const focused = () => document.activeElement?.textContent
  expect(focused()).toBe('Labels')
  goToSection('keyboard')
  await waitFor(() => expect(focused()).toBe('Keyboard'))
  screen.getByRole('link', { name: 'Data' }).focus()
  goToSection('keyboard')
  await waitFor(() => expect(focused()).toBe('Keyboard'))
})

it('marks the section that a link led to, not the next one, even where the page is too short to bring it up', async () => {
  await openSettings()
  const place = (tops: Record<string, number>) => {
    for (const section of document.querySelectorAll('section[id]')) {
      const top = tops[section.id] ?? 2000
      section.getBoundingClientRect = () => ({ top }) as DOMRect
    }
    fireEvent.scroll(document)
  }
  const marked = () => screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current'))
  const names = () => marked().map((link) => link.textContent)
  place({ account: 40 })
  expect(names()).toEqual(['Account'])
  place({ account: -500, sync: 0, notifications: 190 })
  expect(names()).toEqual(['Sync'])

  const end = { scrollHeight: 3000, scrollTop: 2200, clientHeight: 800 }
  for (const [name, value] of Object.entries(end)) {
    Object.defineProperty(document.documentElement, name, { value, configurable: true })
  }
  location.hash = '#diagnostics'
  place({ account: -2000, sync: -1800, notifications: -1600, data: -20, diagnostics: 400 })
  expect(names()).toEqual(['Diagnostics'])
  location.hash = ''
  for (const name of Object.keys(end)) Reflect.deleteProperty(document.documentElement, name)
})

it('keeps what is chosen', async () => {
  const { db } = await openSettings()
  fireEvent.click(screen.getByRole('radio', { name: 'Dark' }))
  fireEvent.click(screen.getByRole('switch', { name: /^Notify/ }))
  fireEvent.change(screen.getByLabelText('Look for new messages'), { target: { value: '120' } })
  fireEvent.change(await screen.findByLabelText('Tell that Mira read'), { target: { value: 'never' } })
  await waitFor(async () => {
    const kept = Object.fromEntries((await db.settings.toArray()).map(({ key, value }) => [key, value]))
    expect(kept).toMatchObject({
      theme: 'dark',
      notifications: false,
      pollSeconds: 120,
      seenPolicy: { 'account-1': 'never' },
    })
  })
})

it('limits what is kept beside how much is stored, and ends that', async () => {
  const { db } = await openSettings()
  await db.messages.bulkAdd([1, 2, 3].map(() => makeMessage({ conversationId: 'account-1/inbox/x' })))
  const kept = async (key: string) => (await db.settings.get(key))?.value
  fireEvent.change(screen.getByLabelText('Keep messages'), { target: { value: '3' } })
  fireEvent.change(screen.getByLabelText('Use at most'), { target: { value: '250' } })
  await waitFor(async () => expect([await kept('keepMonths'), await kept('keepMegabytes')]).toEqual([3, 250]))
  fireEvent(document, new Event('visibilitychange'))
  expect(await screen.findByText(/^Stored now: 3 messages/)).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Keep messages'), { target: { value: 'any' } })
  await waitFor(async () => expect(await kept('keepMonths')).toBeNull())
})

it('keeps quiet hours by weekday, and nothing half typed', async () => {
  const { db } = await openSettings()
  const kept = async () => (await db.settings.get('quietHours'))?.value as (QuietHours | null)[] | null
  const toggle = screen.getByRole('switch', { name: /^Quiet hours/ })
  fireEvent.click(toggle)
  const type = async (name: string, value: string) => {
    const input = await screen.findByLabelText(name)
    fireEvent.change(input, { target: { value } })
    fireEvent.blur(input)
  }
  await type('Monday, quiet from', '23:15')
  await waitFor(async () => expect((await kept())?.[1]).toEqual({ from: 23 * 60 + 15, to: 7 * 60 }))
  await type('Monday, quiet until', '')
  await type('Monday, quiet until', '06:30')
  fireEvent.change(screen.getByLabelText('Quiet on Sunday'), { target: { value: 'allDay' } })
  fireEvent.change(screen.getByLabelText('Quiet on Friday'), { target: { value: 'none' } })
  const night = { from: 22 * 60, to: 7 * 60 }
  const monday = { from: 23 * 60 + 15, to: 6 * 60 + 30 }
  const week = [{ from: 0, to: 1440 }, monday, night, night, night, null, night]
  await waitFor(async () => expect(await kept()).toEqual(week))
  fireEvent.click(screen.getByRole('button', { name: 'Every day as on Monday' }))
  await waitFor(async () => expect(await kept()).toEqual(Array(7).fill(monday)))
  fireEvent.click(toggle)
  await waitFor(async () => expect(await kept()).toBeNull())
  expect(screen.queryByLabelText('Quiet on Monday')).toBeNull()
})

it('keeps what holds for one account and for one person, and forgets it', async () => {
  const { db } = await openSettings()
  await db.accounts.add(makeAccount({ id: 'account-2', name: 'Sanne', position: 1 }))
  await saveSettings(db, { notifyPeople: { 'ACoAAB-noor': { name: 'Noor', rule: 'never' } } })
  fireEvent.change(await screen.findByLabelText('Messages to Sanne'), { target: { value: 'silent' } })
  fireEvent.change(await screen.findByLabelText('Messages of Noor'), { target: { value: 'always' } })
  fireEvent.change(screen.getByLabelText('A notification shows'), { target: { value: 'hidden' } })
  const kept = async (key: string) => (await db.settings.get(key))?.value
  await waitFor(async () => {
    expect(await kept('notifyAccounts')).toEqual({ 'account-2': 'silent' })
    expect(await kept('notifyPeople')).toEqual({ 'ACoAAB-noor': { name: 'Noor', rule: 'always' } })
    expect(await kept('notificationContent')).toBe('hidden')
  })
  fireEvent.click(screen.getByRole('button', { name: 'As everybody: Noor' }))
  await waitFor(async () => expect(await kept('notifyPeople')).toEqual({}))
  expect(await screen.findByText(/^Nobody yet/)).toBeTruthy()
})

it('adds, changes and deletes a snippet', async () => {
  const { db } = await openSettings()
  fireEvent.click(await screen.findByRole('button', { name: 'Add snippet' }))
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Intro' } })
  fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'Hi {firstName}' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Edit Intro' }))
  fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'Hello {firstName}' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Hello {firstName}')
  fireEvent.click(screen.getByRole('button', { name: 'Delete Intro' }))
  await waitFor(async () => expect(await db.snippets.count()).toBe(0))
})

it('exports what was read, as JSON unless another format is chosen', async () => {
  const { db, platform } = await openSettings()
  await db.conversations.add(makeConversation({ title: 'Anna Ek' }))
  fireEvent.click(screen.getByRole('button', { name: 'Export' }))
  await waitFor(() => expect(platform.calls.saved).toHaveLength(1))
  const [file] = platform.calls.saved
  expect(file?.type).toBe('application/json')
  expect(JSON.parse(await new Response(file?.content).text())).toMatchObject({
    conversations: [{ title: 'Anna Ek' }],
    messages: [],
  })
})

it('asks back before it deletes everything', async () => {
  const { platform } = await openSettings()
  const asked = () => platform.calls.commands.map(({ name }) => name)
  fireEvent.click(screen.getByRole('button', { name: 'Delete everything' }))
  expect(asked()).not.toContain('deleteEverything')
  const question = screen.getByRole('group', { name: 'Delete everything' })
  fireEvent.click(within(question).getByRole('button', { name: 'Yes, delete everything' }))
  await waitFor(() => expect(asked()).toContain('deleteEverything'))
})

it('has the form for a new key open where the key was rejected, and no way to where one is already', async () => {
  const { db } = await openSettings()
  expect(screen.queryByLabelText('API key')).toBeNull()
  await db.accounts.update('account-1', { health: { state: 'signedOut' } })
  expect(await screen.findByLabelText('API key')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Open settings' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Replace key' }))
  expect(screen.queryByLabelText('API key')).toBeNull()
})

it('says of each account how it is, and of one that is off only that', async () => {
  const { db } = await openSettings()
  await db.freshness.add({
    accountId: 'account-1',
    succeededAt: Date.now() - 190_000,
    serverAt: 0,
    missedUpTo: 0,
  })
  // With the account, with what it spent, and in the diagnostics.
  await waitFor(() => expect(screen.getAllByText('Up to date · read 3 min ago')).toHaveLength(3))
  fireEvent.click(screen.getByRole('switch', { name: /^Mira/ }))
  expect(await screen.findByText('Switched off')).toBeTruthy()
})

it('keeps replies whose account is gone in sight, until they are discarded for good', async () => {
  const { db } = await openSettings()
  await db.outbox.bulkAdd([
    makeSend({
      accountId: 'account-9',
      conversationId: 'account-9/inbox/x',
      state: 'failed',
      text: 'Left behind',
    }),
    makeSend({
      accountId: 'account-1',
      conversationId: 'account-1/inbox/y',
      state: 'failed',
      text: 'In its thread',
    }),
  ])
  expect(await screen.findByText('Left behind')).toBeTruthy()
  expect(screen.queryByText('In its thread')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Discard' }))
  fireEvent.click(screen.getByRole('button', { name: 'Discard it' }))
  await waitFor(() => expect(screen.queryByText('Left behind')).toBeNull())
  expect(await db.outbox.count()).toBe(1)
})
