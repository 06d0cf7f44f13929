// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { KeyGroup } from '../../../../components/settings/KeyGroup.tsx'
import type { KeyState } from '../../../../lib/vault/keeping.ts'
import { makeVault } from '../../../fixtures/makeVault.ts'
import { preparePage } from '../renderPage.tsx'

function showKey(state: Partial<KeyState> = {}) {
  const vault = makeVault(state)
  const page = preparePage({ vault })
  page.show(<KeyGroup />)
  return { ...page, vault }
}

const radio = (name: string) => screen.getByRole('radio', { name }) as HTMLInputElement
function type(label: string, text: string) {
  const input = screen.getByLabelText(label) as HTMLInputElement
  input.value = text
  return input
}

it('changes the keeping at once, where no passphrase is needed', async () => {
  const { vault } = showKey()
  fireEvent.click(radio('Forget when the browser closes'))
  await waitFor(() => expect(vault.getState()?.keeping).toBe('memory'))
  fireEvent.click(radio('Keep in this browser'))
  await waitFor(() => expect(vault.getState()?.keeping).toBe('stored'))
})

it('asks for a passphrase twice before it seals, says what is wrong, and keeps what was typed', async () => {
  const { vault } = showKey()
  fireEvent.click(radio('Lock with a passphrase'))
  expect(vault.getState()?.keeping).toBe('stored')
  const first = type('New passphrase', 'short')
  expect([first.type, first.autocomplete]).toEqual(['password', 'new-password'])
  const submit = screen.getByRole('button', { name: 'Lock with this passphrase' })
  fireEvent.click(submit)
  expect(screen.getByRole('alert').textContent).toMatch(/at least 8/)
  expect(first.value).toBe('short')
  type('New passphrase', 'long enough')
  type('Repeat passphrase', 'long enougj')
  fireEvent.click(submit)
  expect(screen.getByRole('alert').textContent).toMatch(/differ/)
  expect(document.documentElement.outerHTML).not.toContain('long enoug')
  type('Repeat passphrase', 'long enough')
  fireEvent.click(submit)
  await screen.findByRole('button', { name: 'Lock now' })
  expect(vault.getState()).toMatchObject({ keeping: 'sealed', open: true })
})

it('goes back to what was chosen when no passphrase is given after all', () => {
  showKey({ keeping: 'memory' })
  fireEvent.click(radio('Lock with a passphrase'))
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(radio('Forget when the browser closes').checked).toBe(true)
})

it('locks at once, after which nothing can be changed before it is unlocked', async () => {
  const { vault, platform } = showKey({ keeping: 'sealed' })
  fireEvent.change(screen.getByLabelText('Lock by itself'), { target: { value: '15' } })
  await waitFor(() => expect(vault.getState()?.lockAfter).toBe(15))
  fireEvent.click(screen.getByRole('button', { name: 'Lock now' }))
  await waitFor(() => expect(radio('Keep in this browser').disabled).toBe(true))
  expect((screen.getByRole('button', { name: 'Replace key' }) as HTMLButtonElement).disabled).toBe(true)
  expect(platform.calls.commands).toEqual([{ name: 'syncNow', request: {} }])
})

it('asks for the passphrase along with a new key, and says so where it is wrong', async () => {
  const { platform } = showKey({ keeping: 'sealed' })
  platform.offerKey = async (_, passphrase) => passphrase === 'passphrase'
  fireEvent.click(screen.getByRole('button', { name: 'Replace key' }))
  type('API key', 'another-made-up-key')
  type('Your passphrase', 'another')
  fireEvent.click(screen.getByRole('button', { name: 'Use this key' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/passphrase is wrong/)
  type('Your passphrase', 'passphrase')
  fireEvent.click(screen.getByRole('button', { name: 'Use this key' }))
  await screen.findByText('The new key works and is in use.')
})

it.each(['sealed', 'stored'] as const)(
  'a passphrase that cannot be stored over a %s key is said, and stays in its box',
  async (keeping) => {
    const { vault } = showKey({ keeping })
    vault.keep = () => Promise.reject(new Error('The disk is full'))
    if (keeping === 'sealed') fireEvent.click(screen.getByRole('button', { name: 'Change' }))
    else fireEvent.click(radio('Lock with a passphrase'))
    const typed = type('New passphrase', 'long enough')
    type('Repeat passphrase', 'long enough')
    fireEvent.click(screen.getByRole('button', { name: /this passphrase$/ }))
    await screen.findByRole('alert')
    expect(typed.value).toBe('long enough')
    expect(vault.getState()?.keeping).toBe(keeping)
  },
)
