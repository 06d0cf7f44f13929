// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AttentionBanners } from '../../../../components/health/AttentionBanners.tsx'
import type { KeyState } from '../../../../lib/vault/keeping.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeVault } from '../../../fixtures/makeVault.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

async function showBanners(state: Partial<KeyState>, unlockHere = true) {
  const vault = makeVault(state)
  const page = preparePage({ vault })
  await saveSettings(page.db)
  await page.db.accounts.add(makeAccount({ id: 'account-1', name: 'Mira' }))
  page.show(<AttentionBanners unlockHere={unlockHere} />)
  return { ...page, vault }
}

const lock = async () => within(await screen.findByRole('region', { name: 'Locked' }))

it('says that it is locked, and goes away with the right passphrase, which asks for a sync', async () => {
  const { platform } = await showBanners({ keeping: 'sealed', open: false })
  expect((await lock()).getByRole('alert').textContent).toMatch(/^Locked\./)
  const input = screen.getByLabelText('Passphrase') as HTMLInputElement
  input.value = 'passphrase'
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Locked' })).toBeNull())
  expect(platform.calls.commands).toEqual([{ name: 'syncNow', request: {} }])
})

it('tells a wrong passphrase, keeps what was typed, and keeps it out of markup and commands', async () => {
  const { platform } = await showBanners({ keeping: 'sealed', open: false })
  await lock()
  const input = screen.getByLabelText('Passphrase') as HTMLInputElement
  expect(input.type).toBe('password')
  input.value = 'not this one'
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }))
  await screen.findByText(/passphrase is wrong/)
  expect(input.value).toBe('not this one')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(document.documentElement.outerHTML).not.toContain('not this one')
  expect(platform.calls.commands).toEqual([])
})

it('asks for the key where it was not kept, or the passphrase was forgotten', async () => {
  const { vault } = await showBanners({ keeping: 'memory', open: false })
  expect((await lock()).getByLabelText('API key')).toBeTruthy()
  vault.set({ keeping: 'sealed' })
  fireEvent.click(await screen.findByRole('button', { name: 'Forgot it?' }))
  expect(await screen.findByLabelText('API key')).toBeTruthy()
})

it('leads to the settings where there is no room for a form', async () => {
  const { platform } = await showBanners({ keeping: 'sealed', open: false }, false)
  fireEvent.click((await lock()).getByRole('button', { name: 'Unlock in settings' }))
  expect(platform.calls.optionsOpened).toBe(1)
  expect(screen.queryByLabelText('Passphrase')).toBeNull()
})

it('says nothing while the key is open', async () => {
  const { vault } = await showBanners({ keeping: 'sealed', open: false })
  await lock()
  vault.set({ open: true })
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})
