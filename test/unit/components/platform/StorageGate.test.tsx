// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { PageRoot } from '../../../../components/platform/PageRoot.tsx'
import { Thread } from '../../../../components/thread/Thread.tsx'
import { Database } from '../../../../lib/store/database.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makePlatform } from '../../../fixtures/makePlatform.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

afterEach(cleanup)

const inbox = <p>The inbox</p>

function showRoot(db: Database, page = inbox) {
  render(
    <PageRoot platform={makePlatform()} database={db}>
      {page}
    </PageRoot>,
  )
}

function refuse(name: string): { mockRestore(): void } {
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Made to fail', name)
  })
  onTestFinished(() => open.mockRestore())
  return open
}

function watchReload() {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  onTestFinished(() => reload.mockRestore())
  return reload
}

it('says that the browser refuses to keep data, with the way out', async () => {
  const reload = watchReload()
  refuse('InvalidStateError')
  showRoot(new Database('gate-refused'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Parley cannot keep its data here')
  expect(alert.textContent).toContain('Open Parley in a normal window')
  expect(screen.queryByText('The inbox')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(reload).toHaveBeenCalledOnce()
})

it('says so too in a browser that has no such thing', async () => {
  const db = new Database('gate-missing')
  Object.assign(db, { _deps: { indexedDB: undefined } })
  showRoot(db)
  expect((await screen.findByRole('alert')).textContent).toContain('Parley cannot keep its data here')
})

it('tells a disk without room from a browser that refuses', async () => {
  refuse('QuotaExceededError')
  showRoot(new Database('gate-full'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The disk is full')
  expect(alert.textContent).toContain('Nothing is lost')
})

it('says what holds an update up, and goes on by itself', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const older = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('gate-blocked', 5)
    request.onsuccess = () => resolve(request.result)
  })
  const db = new Database('gate-blocked')
  showRoot(db)
  expect((await screen.findByRole('alert')).textContent).toContain('Close its other tabs')
  older.close()
  await db.open()
  await saveSettings(db)
  expect(await screen.findByText('The inbox')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('gives way to a newer version, asks for a reload, and keeps what was being typed', async () => {
  const reload = watchReload()
  const { db } = preparePage()
  const conversation = makeConversation({ title: 'Anna Ek' })
  await saveSettings(db)
  await db.accounts.add(makeAccount({ id: conversation.accountId }))
  await db.conversations.add(conversation)
  showRoot(db, <Thread conversationId={conversation.id} />)
  const box = await screen.findByRole('textbox', { name: 'Reply to Anna Ek' })
  await waitFor(() => expect(db.isOpen()).toBe(true))
  fireEvent.change(box, { target: { value: 'Typed this very moment' } })
  const newer = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(db.name, 1_000)
    request.onsuccess = () => resolve(request.result)
  })
  expect((await screen.findByRole('alert')).textContent).toContain('Parley was updated')
  fireEvent.click(screen.getByRole('button', { name: 'Reload' }))
  expect(reload).toHaveBeenCalledOnce()
  const draft = newer.transaction('drafts').objectStore('drafts').get(conversation.id)
  await waitFor(() => expect(draft.result).toMatchObject({ text: 'Typed this very moment' }))
  newer.close()
})

it('does not wait in silence for a browser that never answers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest)
  onTestFinished(() => open.mockRestore())
  showRoot(new Database('gate-slow'))
  expect(screen.queryByRole('alert')).toBeNull()
  await vi.advanceTimersByTimeAsync(10_100)
  vi.useRealTimers()
  expect((await screen.findByRole('alert')).textContent).toContain('does not open Parley’s data')
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy()
})
