// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { BackupRows } from '../../../../components/backup/BackupRows.tsx'
import { preparePage, saveSettings } from '../renderPage.tsx'

async function open() {
  const page = preparePage()
  await saveSettings(page.db)
  page.show(<BackupRows />)
  return page
}

function choose(text: string): void {
  const file = new File([text], 'backup.json', { type: 'application/json' })
  fireEvent.change(screen.getByLabelText('Backup to restore'), { target: { files: [file] } })
}

it('saves what the user made, says what restoring it would do, and does that only when told to', async () => {
  const { db, platform } = await open()
  await db.snippets.add({ id: 's', name: 'Thanks', text: 'Thank you' })
  fireEvent.click(screen.getByRole('button', { name: 'Back up' }))
  await waitFor(() => expect(platform.calls.saved).toHaveLength(1))
  const [saved] = platform.calls.saved
  expect(saved?.name).toMatch(/^parley backup .*\.json$/)
  await db.snippets.clear()
  choose(String(saved?.content))
  const plan = await screen.findByRole('group', { name: 'Restore' })
  expect(within(plan).getByText('add 1 snippet')).toBeTruthy()
  expect(document.activeElement?.textContent).toBe('Cancel')
  expect(await db.snippets.count()).toBe(0)
  fireEvent.click(within(plan).getByRole('button', { name: 'Restore' }))
  await waitFor(async () => expect(await db.snippets.count()).toBe(1))
  await screen.findByText('The backup was restored.')
})

it('refuses what is no backup, and changes nothing', async () => {
  const { db } = await open()
  const before = await db.settings.toArray()
  choose('{"format":"parley-backup","version":1,"settings":{"theme":"dark"}}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/damaged.*Nothing was changed/)
  expect(await db.settings.toArray()).toEqual(before)
  expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull()
})
