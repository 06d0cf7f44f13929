// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { UpdateNote } from '../../../../components/news/UpdateNote.tsx'
import { Settings } from '../../../../components/settings/Settings.tsx'
import { readSettings } from '../../../../lib/store/queries/settings.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

const SAID = 'Parley was updated.'

async function afterUpdate(updatedFrom: string) {
  const page = preparePage({ version: '0.1.0' })
  await saveSettings(page.db, { updatedFrom })
  page.show(
    <section aria-label="Inbox">
      <button type="button" data-row="first">
        Mira
      </button>
      <UpdateNote />
    </section>,
  )
  return page
}

it('tells of an update politely, without taking the focus', async () => {
  await afterUpdate('0.0.9')
  const words = await screen.findByText(SAID)
  expect(words.closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite')
  expect(document.activeElement).toBe(document.body)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('is dismissed for good, and the focus goes on in the list', async () => {
  const { db } = await afterUpdate('0.0.9')
  const dismiss = await screen.findByRole('button', { name: 'Dismiss' })
  dismiss.focus()
  fireEvent.click(dismiss)
  await waitFor(() => expect(screen.queryByText(SAID)).toBeNull())
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Mira'))
  expect((await readSettings(db)).updatedFrom).toBe('')
})

it('leads to what changed, and is done with then', async () => {
  const { db, platform } = await afterUpdate('0.0.9')
  fireEvent.click(await screen.findByRole('button', { name: 'What changed' }))
  expect(platform.calls.sections).toEqual(['news'])
  await waitFor(() => expect(screen.queryByText(SAID)).toBeNull())
  expect((await readSettings(db)).updatedFrom).toBe('')
})

it.each(['', '0.1.0'])('says nothing to whoever is new or has heard it (“%s”)', async (updatedFrom) => {
  const { db } = await afterUpdate(updatedFrom)
  await readSettings(db)
  expect(screen.queryByText(SAID)).toBeNull()
  expect(screen.queryByRole('button', { name: 'What changed' })).toBeNull()
})

it('the settings say what each version brought', async () => {
  const { db, show } = preparePage({ version: '0.1.0' })
  await saveSettings(db)
  show(<Settings />)
  const heading = await screen.findByRole('heading', { name: 'Version 0.1' })
  expect(heading.parentElement?.querySelectorAll('li').length).toBeGreaterThan(0)
})
