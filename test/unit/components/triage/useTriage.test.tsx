// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Deed, DONE, starring } from '../../../../components/triage/deeds.ts'
import { useTriage } from '../../../../components/triage/useTriage.ts'
import { useUndo } from '../../../../components/triage/useUndo.ts'
import { ToastHost } from '../../../../components/ui/ToastHost.tsx'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { preparePage } from '../renderPage.tsx'

function Page({ ids }: { ids: readonly string[] }) {
  const { act } = useTriage()
  const { undoLast } = useUndo()
  const button = (name: string, deed: Deed) => (
    <button type="button" onClick={() => void act(ids, deed)}>
      {name}
    </button>
  )
  return (
    <>
      {button('Do', DONE)}
      {button('Like', starring(true))}
      <button type="button" onClick={undoLast}>
        Back
      </button>
      <ToastHost />
    </>
  )
}

async function open() {
  const page = preparePage()
  const rows = [makeConversation(), makeConversation()]
  await page.db.conversations.bulkAdd(rows)
  page.show(<Page ids={rows.map(({ id }) => id)} />)
  const shelves = async () => (await page.db.conversations.toArray()).map(({ shelf }) => shelf)
  const stars = async () => (await page.db.conversations.toArray()).map(({ starred }) => starred)
  return { shelves, stars }
}

it('says what was done with how many, and the toast takes it back', async () => {
  const { shelves } = await open()
  fireEvent.click(screen.getByText('Do'))
  expect(await screen.findByText('Done · 2 conversations')).toBeTruthy()
  expect(await shelves()).toEqual(['done', 'done'])
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await shelves()).toEqual(['inbox', 'inbox']))
  expect(await screen.findByText('Undone: Done · 2 conversations')).toBeTruthy()
})

it('takes back one deed after the other, the last first, each once', async () => {
  const { shelves, stars } = await open()
  fireEvent.click(screen.getByText('Do'))
  await waitFor(async () => expect(await shelves()).toEqual(['done', 'done']))
  fireEvent.click(screen.getByText('Like'))
  await waitFor(async () => expect(await stars()).toEqual([1, 1]))
  await screen.findByText('Starred · 2 conversations')
  fireEvent.click(screen.getByText('Back'))
  await waitFor(async () => expect(await stars()).toEqual([0, 0]))
  expect(await shelves()).toEqual(['done', 'done'])
  fireEvent.click(screen.getByText('Back'))
  await waitFor(async () => expect(await shelves()).toEqual(['inbox', 'inbox']))
  fireEvent.click(screen.getByText('Back'))
  expect(await shelves()).toEqual(['inbox', 'inbox'])
})
