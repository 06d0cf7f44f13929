// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Panel } from '../../../../components/panel/Panel.tsx'
import { PlatformProvider } from '../../../../components/platform/PlatformContext.tsx'
import { handOver } from '../../../../components/thread/newestScreens.ts'
import { Thread } from '../../../../components/thread/Thread.tsx'
import { hashOf } from '../../../../lib/domain/panelRoute.ts'
import type { Database } from '../../../../lib/store/database.ts'
import { getDraft, saveDraft } from '../../../../lib/store/intents/drafts.ts'
import { readNewestScreen } from '../../../../lib/store/queries/newestScreen.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

/** A thread on a page whose database is still on its way; `arrive` brings it. */
async function openEarly(draft = '', page = (id: string) => <Thread conversationId={id} />) {
  const { db, platform } = preparePage()
  const conversation = makeConversation()
  const { id } = conversation
  await saveSettings(db)
  await db.accounts.add(makeAccount({ id: conversation.accountId }))
  await db.conversations.add(conversation)
  await db.messages.add(makeMessage({ conversationId: id, text: 'Are you there?' }))
  if (draft) await saveDraft(db, id, draft, 1)
  const takeBack = handOver(id, await readNewestScreen(db, id, 10))
  let arrive = (_: Database) => {}
  const coming = new Promise<Database>((resolve) => {
    arrive = resolve
  })
  render(
    <PlatformProvider platform={platform} database={() => coming}>
      {page(id)}
    </PlatformProvider>,
  )
  takeBack()
  const replyBox = screen.getByRole<HTMLTextAreaElement>('textbox', {
    name: `Reply to ${conversation.title}`,
  })
  const type = (text: string) => fireEvent.change(replyBox, { target: { value: text } })
  return { db, id, replyBox, type, arrive: () => act(async () => arrive(db)) }
}

test('a thread is there before its database, and goes on with it once that comes', async () => {
  const { db, id, arrive } = await openEarly()
  expect(screen.getByText('Are you there?')).toBeTruthy()
  await arrive()
  await db.messages.add(makeMessage({ conversationId: id, key: 'later', sentAt: Date.now(), text: 'Hello?' }))
  expect(await screen.findByText('Hello?')).toBeTruthy()
  expect(screen.getAllByText('Are you there?')).toHaveLength(1)
})

test('what is typed before the database is there is kept, behind an older draft', async () => {
  const { db, id, replyBox, type, arrive } = await openEarly('Dear ')
  type('Ada')
  expect(replyBox.value).toBe('Ada')
  await arrive()
  await waitFor(() => expect(replyBox.value).toBe('Dear Ada'))
  await waitFor(async () => expect((await getDraft(db, id))?.text).toBe('Dear Ada'))
})

test('a reply sent before the database is there goes into the outbox, once', async () => {
  const { db, type, arrive } = await openEarly()
  type('On my way')
  fireEvent.click(screen.getByRole('button', { name: /^Send/ }))
  await arrive()
  await waitFor(async () => expect(await db.outbox.toArray()).toMatchObject([{ text: 'On my way' }]))
  expect(await screen.findByText('On my way')).toBeTruthy()
  expect(await db.outbox.count()).toBe(1)
})

test('a wide panel is there before its database, with its list as soon as that comes', async () => {
  const { arrive } = await openEarly('', (id) => {
    location.hash = hashOf({ page: 'conversation', id })
    return <Panel />
  })
  expect(screen.getByText('Are you there?')).toBeTruthy()
  expect(screen.getByRole('searchbox')).toBeTruthy()
  await arrive()
  expect(await screen.findByRole('list', { name: 'Conversations' })).toBeTruthy()
})
