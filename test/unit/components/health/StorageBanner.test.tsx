// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Panel } from '../../../../components/panel/Panel.tsx'
import { Popup } from '../../../../components/popup/Popup.tsx'
import { Settings } from '../../../../components/settings/Settings.tsx'
import { commitAccounts } from '../../../../lib/store/commits/commitAccounts.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeTrouble } from '../../../fixtures/makeTrouble.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

const FULL = { since: 1, failures: 1, nextTryAt: 2 }

async function prepare(...change: Parameters<typeof makeTrouble>) {
  const trouble = makeTrouble(...change)
  const page = preparePage({ trouble })
  await saveSettings(page.db)
  await page.db.accounts.add(makeAccount({ id: 'account-1', name: 'Mira' }))
  return { ...page, trouble }
}

it.each([
  ['popup', <Popup key="popup" />],
  ['panel', <Panel key="panel" />],
])('the %s says that the disk is full, leads to the way out, and stops by itself', async (_, page) => {
  const { platform, trouble, show } = await prepare({ full: FULL })
  show(page)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/^The disk is full\. .* replies still go out\. Free some disk space/)
  fireEvent.click(screen.getByRole('button', { name: 'Open settings' }))
  expect(platform.calls.optionsOpened).toBe(1)
  act(() => trouble.set({ full: null }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

it('the settings say it where the cached messages can be cleared', async () => {
  const { show } = await prepare({ full: FULL })
  show(<Settings />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('clear the cached messages below')
  const data = screen.getByRole('heading', { name: 'Data' }).closest('section')
  expect(data?.contains(alert)).toBe(true)
})

it('tells what went with a lost database until it was read', async () => {
  const { trouble, show } = await prepare({ lostAt: 5 })
  show(<Popup />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The browser deleted what Parley kept here.')
  expect(alert.textContent).toContain('being fetched again')
  fireEvent.click(screen.getByRole('button', { name: 'Understood' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(trouble.getState().lostAt).toBeNull()
})

it('says of no key that it reaches no account while the accounts are still to be read', async () => {
  const trouble = makeTrouble({ lostAt: 5 })
  const { db, show } = preparePage({ trouble })
  await saveSettings(db)
  show(<Panel />)
  await screen.findByText(/^The browser deleted what Parley kept here\./)
  expect(screen.queryByText(/reaches no LinkedIn account/)).toBeNull()
  act(() => trouble.set({ lostAt: null }))
  await waitFor(() => expect(screen.queryByText(/^The browser deleted/)).toBeNull())
  expect(screen.queryByText(/reaches no LinkedIn account/)).toBeNull()
  await act(() => commitAccounts(db, []))
  await screen.findByText(/reaches no LinkedIn account/)
})
