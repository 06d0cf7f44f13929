// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openThread } from '../thread/openThread.tsx'

const file = (name: string, size = 3) => new File([new Uint8Array(size)], name, { type: 'application/pdf' })

async function choose(...files: File[]): Promise<void> {
  fireEvent.change(screen.getByLabelText('Files to attach'), { target: { files } })
}

it('keeps chosen files like a draft, as text whatever they are called, until they are taken away', async () => {
  const { db, conversation } = await openThread()
  await choose(file('<b>one</b>.pdf'), file('two\u202Efdp.exe'))
  const list = await screen.findByRole('list', { name: 'Attached files' })
  await within(list).findByText('two%E2%80%AEfdp.exe')
  expect(within(list).getByText('<b>one</b>.pdf')).toBeTruthy()
  expect(screen.getByText(/takes no message without text/)).toBeTruthy()
  await waitFor(async () => expect(await db.fileContents.count()).toBe(2))
  expect((await db.files.toArray()).every((row) => row.conversationId === conversation.id)).toBe(true)
  fireEvent.click(within(list).getByRole('button', { name: 'Remove <b>one</b>.pdf' }))
  await waitFor(async () => expect(await db.fileContents.count()).toBe(1))
})

it('keeps the ending of a file whose name is too long, which tells the other side what it is', async () => {
  const { db } = await openThread()
  await choose(file(`${'long '.repeat(45)}.pdf`))
  await waitFor(async () => expect(await db.fileContents.count()).toBe(1))
  const [row] = await db.files.toArray()
  expect(row?.name).toMatch(/^.{196}\.pdf$/)
})

it('takes ten files, none that is empty, and says so', async () => {
  const { db } = await openThread()
  await choose(...Array.from({ length: 12 }, (_, at) => file(`${at}.pdf`)), file('empty.pdf', 0))
  await screen.findByText('Only 10 files go with one message.')
  await waitFor(async () => expect(await db.fileContents.count()).toBe(10))
})

it('says in Sales Navigator conversations that files cannot be sent', async () => {
  const { db } = await openThread({ channel: 'salesNav' })
  fireEvent.click(screen.getByRole('button', { name: 'Attach files' }))
  await screen.findByText(/cannot be sent in Sales Navigator conversations/)
  await choose(file('one.pdf'))
  expect(await db.files.count()).toBe(0)
})
