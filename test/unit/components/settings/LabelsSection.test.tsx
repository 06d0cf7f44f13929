// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LabelsSection } from '../../../../components/settings/LabelsSection.tsx'
import { ToastHost } from '../../../../components/ui/ToastHost.tsx'
import { saveLabel, setLabel } from '../../../../lib/store/intents/labels.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { preparePage } from '../renderPage.tsx'

it('a deleted label can be had back, with the conversations that had it', async () => {
  const { db, show } = preparePage()
  const [labelled, other] = [makeConversation(), makeConversation()]
  await db.conversations.bulkAdd([labelled, other])
  await saveLabel(db, { id: 'hiring', name: 'Hiring', hue: 240 })
  await setLabel(db, labelled.id, 'hiring', true)
  show(
    <>
      <LabelsSection />
      <ToastHost />
    </>,
  )
  const labels = async () =>
    (await db.conversations.bulkGet([labelled.id, other.id])).map((row) => row?.labels)
  fireEvent.click(await screen.findByRole('button', { name: 'Delete Hiring' }))
  await waitFor(async () => expect(await db.labels.count()).toBe(0))
  expect(await labels()).toEqual([[], []])
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await labels()).toEqual([['hiring'], []]))
  expect(await db.labels.toArray()).toEqual([{ id: 'hiring', name: 'Hiring', hue: 240 }])
})
