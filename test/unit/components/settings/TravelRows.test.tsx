// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { TravelRows } from '../../../../components/settings/TravelRows.tsx'
import { preparePage, saveSettings } from '../renderPage.tsx'

it('is off until it is switched on, which pokes the worker', async () => {
  const { db, platform, show } = preparePage()
  await saveSettings(db)
  show(<TravelRows />)
  const toggle = await screen.findByRole('switch', { name: /^Take settings, labels and snippets along/ })
  expect(toggle).toHaveProperty('checked', false)
  expect(screen.queryByText('Last exchange')).toBeNull()
  fireEvent.click(toggle)
  expect(await screen.findByText('Not yet')).toBeTruthy()
  expect((await db.settings.get('travels'))?.value).toBe(true)
  await waitFor(() => expect(platform.calls.commands).toContainEqual({ name: 'drain', request: {} }))
})

it('says what there is no room for, and what did not work', async () => {
  const { db, show } = preparePage()
  await saveSettings(db, { travels: true })
  await db.snippets.bulkPut([
    { id: 'a', name: 'Long offer', text: 'x' },
    { id: 'b', name: 'Short', text: 'x' },
  ])
  await db.travel.put({
    id: 'travel',
    exchangedAt: Date.now(),
    leftOut: ['snippets/a', 'labels/l'],
    failed: true,
  })
  show(<TravelRows />)
  expect(await screen.findByText(/stay as they are on this computer: Long offer$/)).toBeTruthy()
  expect(screen.getByText(/has no room left/)).toBeTruthy()
  expect(screen.getByText(/^The last exchange did not work/)).toBeTruthy()
})
