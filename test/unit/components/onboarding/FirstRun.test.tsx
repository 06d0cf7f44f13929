// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ACTIONS } from '../../../../components/actions/actionTable.ts'
import { leaveNote } from '../../../../components/composer/draftNotes.ts'
import { FirstRun } from '../../../../components/onboarding/FirstRun.tsx'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeVault } from '../../../fixtures/makeVault.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

const KEY = 'made-up-key-0123456789'
const page = (
  <FirstRun afterConnect="close">
    <p>The inbox</p>
  </FirstRun>
)

async function enterKey(key: string) {
  const input = (await screen.findByLabelText('API key')) as HTMLInputElement
  input.value = key
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }))
  return input
}

it('shows neither first run nor inbox until it knows which', async () => {
  const { db, show } = preparePage()
  await saveSettings(db)
  show(page)
  expect(screen.queryByText('The inbox')).toBeNull()
  expect(screen.queryByText('Connect your inbox')).toBeNull()
  expect(await screen.findByText('The inbox')).toBeTruthy()
})

it('finds nothing that was typed before', async () => {
  const { show } = preparePage({ vault: makeVault({ open: false }) })
  leaveNote('a-conversation', { text: 'Half a thought', typedAt: 1, behind: false })
  show(page)
  await waitFor(() => expect(JSON.stringify(localStorage)).not.toContain('Half a thought'))
})

it('hands the key to the vault, bare, and never to the page or a command', async () => {
  const { platform, show } = preparePage({ vault: makeVault({ open: false }) })
  platform.fail('connect', { kind: 'keyRejected' })
  show(page)
  const input = await enterKey(`  Bearer ${KEY} \n`)
  await screen.findByRole('alert')
  expect(platform.calls.keys).toEqual([KEY])
  expect(document.documentElement.outerHTML).not.toContain(KEY)
  expect(JSON.stringify(platform.calls.commands)).not.toContain(KEY)
  expect(input.type).toBe('password')
  expect(input.autocomplete).toBe('off')
})

it('says what is wrong with a key and what to do, and keeps what was typed', async () => {
  const { platform, show } = preparePage({ vault: makeVault({ open: false }) })
  platform.fail('connect', { kind: 'subscriptionNeeded', detail: 'Trial expired' })
  show(page)
  const input = await enterKey(KEY)
  expect((await screen.findByRole('alert')).textContent).toContain('Trial expired')
  expect(input.value).toBe(KEY)
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

it('never promises that a key is tried again by itself', async () => {
  const { platform, show } = preparePage({ vault: makeVault({ open: false }) })
  platform.fail('connect', { kind: 'rateLimited' })
  show(page)
  await enterKey(KEY)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe('The API asks for a pause. Try again in a minute.')
  platform.fail('connect', { kind: 'rateLimited', retryAt: new Date(2026, 0, 5, 14, 5, 20).getTime() })
  await enterKey(KEY)
  await screen.findByText('The API asks for a pause. Try again at 14:06.')
  platform.fail('connect', { kind: 'budget' })
  await enterKey(KEY)
  await screen.findByText('Many requests were made in the last minute. Try again in a minute.')
})

it('tells where to connect an account, where the key reaches none', async () => {
  const { db, platform, show } = preparePage({ vault: makeVault({ open: false }) })
  platform.fail('connect', { kind: 'notFound', detail: 'Account not found' })
  show(page)
  await enterKey(KEY)
  expect((await screen.findByRole('alert')).textContent).toMatch(/no LinkedIn account yet\. Connect one/)
  platform.onCommand(async () => {
    await saveSettings(db)
  })
  await enterKey(KEY)
  expect((await screen.findByRole('heading', { name: 'Connected' })).textContent).toBe('Connected')
})

it('asks for a key where none was entered, without asking the worker', async () => {
  const { platform, show } = preparePage({ vault: makeVault({ open: false }) })
  show(page)
  await enterKey('   ')
  expect((await screen.findByRole('alert')).textContent).toBe('Enter your API key to connect.')
  expect(platform.calls.commands).toEqual([])
})

it('asks for access to the API first, and stops where it is refused', async () => {
  const { platform, show } = preparePage({
    vault: makeVault({ open: false }),
    hasHostAccess: async () => false,
    requestHostAccess: async () => false,
  })
  show(page)
  await enterKey(KEY)
  expect((await screen.findByRole('alert')).textContent).toMatch(/Allow access/)
  expect(platform.calls.keys).toEqual([])
})

it('shows the accounts found above the usable inbox, and goes away', async () => {
  const { db, platform, show } = preparePage({ vault: makeVault({ open: false }) })
  platform.onCommand(async () => {
    await db.accounts.bulkAdd([makeAccount({ name: 'Mira' }), makeAccount({ name: 'Tomas' })])
    await saveSettings(db)
  })
  show(page)
  await enterKey(KEY)
  expect(await screen.findByText('Connected. Found 2 accounts')).toBeTruthy()
  const switches = (await screen.findAllByRole('switch')) as HTMLInputElement[]
  expect(switches.map(({ checked }) => checked)).toEqual([true, true])
  expect(screen.getByText('The inbox')).toBeTruthy()
  const hints = screen.getAllByRole('listitem').map((item) => item.textContent)
  for (const hint of [
    /\?.* all keys .*Ctrl.*K/,
    /Open inbox.*Alt.*Shift.*I/,
    /LinkedIn shows that .* Account/,
  ])
    expect(hints).toContainEqual(expect.stringMatching(hint))

  fireEvent.click(switches[1] as HTMLElement)
  await waitFor(async () => expect(await db.settings.get('accountsOff')).toBeTruthy())

  act(() => screen.getByRole('button', { name: 'Open inbox' }).click())
  expect(screen.queryByText('Connected. Found 2 accounts')).toBeNull()
  expect(screen.queryByText(/LinkedIn shows that/)).toBeNull()
})

it('gives its hints to nobody who was connected before', async () => {
  const { db, show } = preparePage()
  await saveSettings(db)
  show(page)
  await screen.findByText('The inbox')
  expect(screen.queryByText(/LinkedIn shows that/)).toBeNull()
})

it('names the keys that there are', () => {
  const keysOf = (id: string) => ACTIONS.find((action) => action.id === id)?.keys.gmail
  expect([keysOf('keySheet'), keysOf('palette')]).toEqual([['?'], ['Mod+k']])
})

it('does not ask for a key that is kept: after a lost database the worker takes the connection up again', async () => {
  const { db, platform, show } = preparePage({ vault: makeVault({ open: false, keeping: 'sealed' }) })
  let restore: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    restore = resolve
  })
  platform.onCommand(async () => {
    await asked
    await saveSettings(db)
  })
  show(page)
  await waitFor(() => expect(platform.calls.commands.map(({ name }) => name)).toEqual(['syncNow']))
  expect(screen.queryByText('Connect your inbox')).toBeNull()
  restore()
  expect(await screen.findByText('The inbox')).toBeTruthy()
  expect(screen.queryByText(/^Connected/)).toBeNull()
})

it('asks for the key after all where the worker could not go on with the one that is kept', async () => {
  const { platform, show } = preparePage()
  platform.fail('syncNow', { kind: 'unknown' })
  show(page)
  expect(await screen.findByText('Connect your inbox')).toBeTruthy()
})
