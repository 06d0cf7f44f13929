// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { DiagnosticsSection } from '../../../../components/settings/DiagnosticsSection.tsx'
import type { Platform } from '../../../../lib/commands/Platform.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

async function openDiagnostics(change: Partial<Platform> = {}) {
  const page = preparePage(change)
  await saveSettings(page.db)
  await page.db.accounts.bulkAdd([
    makeAccount({ id: 'account-1', name: 'Mira Holm' }),
    makeAccount({ id: 'account-2', name: 'Owen Achebe', position: 1, health: { state: 'disconnected' } }),
  ])
  await page.db.freshness.add({ accountId: 'account-1', succeededAt: Date.now(), serverAt: 0, missedUpTo: 0 })
  const request = {
    at: Date.now(),
    method: 'GET',
    route: '/conversations',
    status: 200,
    ms: 3,
    failure: null,
  }
  await page.db.ledger.bulkAdd([1, 2].map((id) => ({ ...request, accountId: 'account-1', id })))
  page.show(<DiagnosticsSection />)
  return { ...page, button: await screen.findByRole('button', { name: 'Copy report' }) }
}

it('tells how each account is and how much was asked for it, two requests of one moment too', async () => {
  const complaints = vi.spyOn(console, 'error')
  await openDiagnostics()
  const text = () => document.body.textContent ?? ''
  await waitFor(() => expect(text()).toContain('Up to date · read just now'))
  expect(text()).toMatch(/Mira HolmUp to date · read just now2 requests in the last hour/)
  expect(text()).toMatch(/Owen AchebeDisconnected: LinkedIn signed it out0 requests in the last hour/)
  expect(complaints).not.toHaveBeenCalled()
})

it('copies a report without names and says so', async () => {
  const { platform, button } = await openDiagnostics()
  fireEvent.click(button)
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'))
  const [report = ''] = platform.calls.copied
  expect(JSON.parse(report)).toMatchObject({
    report: 'parley-diagnostics',
    version: '0.1.0',
    key: 'stored, open',
  })
  expect(report).not.toMatch(/Mira|Owen|account-1/)
})

it('saves the report as a file where the browser does not let it copy', async () => {
  const copyText = () => Promise.reject(new Error('Not allowed'))
  const { platform, button } = await openDiagnostics({ copyText })
  fireEvent.click(button)
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Saved as a file'))
  expect(platform.calls.saved).toMatchObject([{ name: 'parley-report.json', type: 'application/json' }])
})

it('says what to do where the report cannot be made', async () => {
  const { db, button } = await openDiagnostics()
  db.close({ disableAutoOpen: true })
  fireEvent.click(button)
  await screen.findByText(/Free some disk space/)
})
