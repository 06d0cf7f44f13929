// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { BackupRows } from '../../../../components/backup/BackupRows.tsx'
import { AccountSection } from '../../../../components/settings/AccountSection.tsx'
import { ExportRow } from '../../../../components/settings/ExportRow.tsx'
import { KeyGroup } from '../../../../components/settings/KeyGroup.tsx'
import { PolicyNotes } from '../../../../components/settings/PolicyNotes.tsx'
import { RetentionRows } from '../../../../components/settings/RetentionRows.tsx'
import { TravelRows } from '../../../../components/settings/TravelRows.tsx'
import { NO_POLICY, type Policy } from '../../../../lib/domain/policy.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeVault } from '../../../fixtures/makeVault.ts'
import { type PageSetup, preparePage, saveSettings } from '../renderPage.tsx'

const MARK = 'Managed by your organization'

async function under(change: Partial<Policy>, page: PageSetup = preparePage()): Promise<PageSetup> {
  await saveSettings(page.db, { policy: { ...NO_POLICY, ...change } })
  return page
}

const disabled = (control: HTMLElement) => (control as HTMLInputElement | HTMLButtonElement).disabled
const values = (label: string) => {
  const { options } = screen.getByLabelText(label) as HTMLSelectElement
  return [...options].map(({ value }) => value)
}

it('an account that is not allowed is off and cannot be switched on; the others can', async () => {
  const { db, show } = await under({ accounts: ['Mira Holm'], barred: ['b'] })
  await db.accounts.bulkAdd([
    makeAccount({ id: 'a', name: 'Mira Holm' }),
    makeAccount({ id: 'b', name: 'Tomas Lind' }),
  ])
  show(<AccountSection />)
  const barred = await screen.findByRole('switch', { name: new RegExp(`^Tomas Lind.*${MARK}$`) })
  const allowed = screen.getByRole('switch', { name: /^Mira Holm/ })
  expect([barred, allowed].map((one) => [(one as HTMLInputElement).checked, disabled(one)])).toEqual([
    [false, true],
    [true, false],
  ])
  expect(screen.getAllByText(MARK)).toHaveLength(1)
})

it('no more can be kept than is allowed, and less can', async () => {
  const { db, show } = await under({ keepMonths: 6, keepMegabytes: 100 })
  show(<RetentionRows />)
  await screen.findAllByText(MARK)
  expect(values('Keep messages')).toEqual(['6', '3', '1'])
  expect(values('Use at most')).toEqual(['100', '50'])
  expect((screen.getByLabelText('Keep messages') as HTMLSelectElement).value).toBe('6')
  fireEvent.change(screen.getByLabelText('Keep messages'), { target: { value: '3' } })
  await waitFor(async () => expect((await db.settings.get('keepMonths'))?.value).toBe(3))
  await waitFor(() => expect((screen.getByLabelText('Keep messages') as HTMLSelectElement).value).toBe('3'))
})

it('nothing is marked where nothing is decided', async () => {
  const { show } = await under({})
  show(
    <>
      <RetentionRows />
      <TravelRows />
      <ExportRow />
      <BackupRows />
      <KeyGroup />
      <PolicyNotes />
    </>,
  )
  await screen.findByLabelText('Keep messages')
  await screen.findByRole('switch')
  expect(screen.queryByText(MARK)).toBeNull()
  expect(screen.queryByText(/organization/)).toBeNull()
})

it.each([
  ['memory', 'Forget when the browser closes'],
  ['passphrase', 'Lock with a passphrase'],
] as const)('where %s is demanded, the key can be kept no other way', async (keyKeeping, only) => {
  const { show } = await under({ keyKeeping }, preparePage({ vault: makeVault({ keeping: 'memory' }) }))
  show(<KeyGroup />)
  expect(await screen.findAllByText(MARK)).toHaveLength(2)
  const open = screen.getAllByRole('radio').filter((one) => !disabled(one))
  expect(open.map((one) => one.getAttribute('aria-label'))).toEqual([only])
  const wanted = screen.queryByText(/wants the key under a passphrase/)
  expect(wanted !== null).toBe(keyKeeping === 'passphrase')
})

it('a key locks no later than is allowed', async () => {
  const vault = makeVault({ keeping: 'sealed', lockAfter: 30 })
  const { show } = await under({ lockMinutes: 30 }, preparePage({ vault }))
  show(<KeyGroup />)
  await screen.findByText(MARK)
  expect(values('Lock by itself')).toEqual(['15', '30'])
  expect(screen.getByRole('option', { name: /30/ })).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Lock by itself'), { target: { value: '15' } })
  await waitFor(() => expect(vault.getState()?.lockAfter).toBe(15))
})

it('settings stay on this computer where they have to', async () => {
  const page = await under({ featuresOff: ['sync'] })
  await page.db.settings.put({ key: 'travels', value: true })
  page.show(<TravelRows />)
  const toggle = await screen.findByRole('switch', { name: new RegExp(`${MARK}$`) })
  expect([(toggle as HTMLInputElement).checked, disabled(toggle)]).toEqual([false, true])
})

it('nothing is taken along where that is off; what is in a file can still be restored', async () => {
  const { show } = await under({ featuresOff: ['export'] })
  show(
    <>
      <ExportRow />
      <BackupRows />
    </>,
  )
  expect(await screen.findAllByText(MARK)).toHaveLength(2)
  const [restore, ...others] = screen.getAllByRole('button').toSorted((a, b) => +disabled(a) - +disabled(b))
  expect(restore && disabled(restore)).toBe(false)
  expect(others.map(disabled)).toEqual([true, true])
  expect(disabled(screen.getByRole('combobox'))).toBe(true)
})

it('diagnostics name what is decided, and what of it cannot be obeyed', async () => {
  const { show } = await under({ keepMonths: 6, featuresOff: ['sync'], ignored: ['apiBaseUrl', 'tea'] })
  show(<PolicyNotes />)
  await screen.findByText('Your organization decides on: keepMonthsAtMost, featuresOff')
  expect(screen.getByText(/was ignored, all or part of it: apiBaseUrl, tea$/)).toBeTruthy()
  expect(screen.getByText(/only change on the server that this build was made for/)).toBeTruthy()
})
