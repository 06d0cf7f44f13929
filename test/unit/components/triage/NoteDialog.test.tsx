// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { NoteDialog } from '../../../../components/triage/NoteDialog.tsx'
import { ToastHost } from '../../../../components/ui/ToastHost.tsx'
import { personIdOf } from '../../../../lib/domain/personNote.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { preparePage } from '../renderPage.tsx'

async function openNote(texts: readonly string[]) {
  const page = preparePage()
  const people = texts.flatMap((_, at) => makeConversation({ title: `Person ${at}` }).participants)
  const before = people.map((person, at) => ({
    personId: personIdOf(person, 'c'),
    text: texts[at] ?? '',
    updatedAt: 1,
  }))
  await page.db.personNotes.bulkAdd(before.filter(({ text }) => text !== ''))
  const onClose = vi.fn()
  page.show(
    <>
      <NoteDialog conversationId="c" people={people} onClose={onClose} />
      <ToastHost />
    </>,
  )
  await screen.findByRole('button', { name: 'Save note' })
  const notes = async () => (await page.db.personNotes.toArray()).map(({ text }) => text)
  const write = (name: string, text: string) =>
    fireEvent.change(screen.getByLabelText(`Note on ${name}`), { target: { value: text } })
  return { onClose, notes, write }
}

it('what was saved over a note can be taken back', async () => {
  const { onClose, notes, write } = await openNote(['Met in Berlin', '', 'Likes tea'])
  write('Person 0', 'Met in Rome')
  write('Person 1', 'New here')
  write('Person 2', '')
  fireEvent.click(screen.getByRole('button', { name: 'Save note' }))
  await waitFor(async () => expect(await notes()).toEqual(['Met in Rome', 'New here']))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await notes()).toEqual(['Met in Berlin', 'Likes tea']))
})
