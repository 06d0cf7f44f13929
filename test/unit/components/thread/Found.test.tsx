// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Thread } from '../../../../components/thread/Thread.tsx'
import type { Message } from '../../../../lib/domain/message.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { preparePage, saveSettings } from '../renderPage.tsx'

/** A thread of 1,000 unread messages, opened at one of them. */
async function openAt(index: number, at?: string) {
  const page = preparePage()
  await saveSettings(page.db)
  const conversation = makeConversation({ unreadCount: 3, unread: 1 })
  const messages = Array.from(
    { length: 1_000 },
    (_, i): Message => makeMessage({ conversationId: conversation.id, text: `Message ${i}` }),
  )
  conversation.latestInboundAt = messages.at(-1)?.sentAt ?? 0
  await page.db.accounts.add(makeAccount({ id: conversation.accountId }))
  await page.db.conversations.add(conversation)
  await page.db.messages.bulkAdd(messages)
  let newest = 0
  const show = (place: string | null) =>
    page.show(<Thread conversationId={conversation.id} at={place} onNewest={() => newest++} />)
  show(at ?? messages[index]?.id ?? null)
  await screen.findByRole('log')
  await act(async () => undefined)
  return { ...page, conversation, messages, newestAsked: () => newest }
}

it('leads back to the newest messages', async () => {
  const { newestAsked } = await openAt(400)
  fireEvent.click(await screen.findByRole('button', { name: 'Newest messages' }))
  expect(newestAsked()).toBe(1)
})

it('does not read what is not the newest, and says when something new came in', async () => {
  const { db, conversation } = await openAt(400)
  await screen.findByRole('button', { name: 'Newest messages' })
  // Longer than reading takes.
  await act(() => new Promise((resolve) => setTimeout(resolve, 1_300)))
  expect((await db.conversations.get(conversation.id))?.unread).toBe(1)
  const news = makeMessage({ conversationId: conversation.id, text: 'Just now' })
  await db.messages.add(news)
  await db.conversations.update(conversation.id, { latestInboundAt: news.sentAt })
  expect(await screen.findByRole('button', { name: 'New messages' })).toBeTruthy()
})

it('opens at the newest, and reads it, where the message is not there any more', async () => {
  const { db, conversation } = await openAt(0, 'account-1/inbox/x#gone')
  await waitFor(async () => expect((await db.conversations.get(conversation.id))?.unread).toBe(0))
  expect(screen.queryByRole('button', { name: 'Newest messages' })).toBeNull()
})
