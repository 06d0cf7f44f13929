import { act, screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { Thread } from '../../../../components/thread/Thread.tsx'
import type { Conversation } from '../../../../lib/domain/conversation.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { type PageSetup, preparePage, saveSettings } from '../renderPage.tsx'

export interface OpenThread extends PageSetup {
  conversation: Conversation
  replyBox: HTMLTextAreaElement
}

/** Shows the thread of one conversation; `seed` fills the database before. */
export async function openThread(
  change: Partial<Conversation> = {},
  seed: (page: PageSetup, conversation: Conversation) => Promise<unknown> = async () => {},
): Promise<OpenThread> {
  const page = preparePage()
  const conversation = makeConversation(change)
  await saveSettings(page.db)
  await page.db.accounts.add(makeAccount({ id: conversation.accountId }))
  await page.db.conversations.add(conversation)
  await seed(page, conversation)
  page.show(<Thread conversationId={conversation.id} />)
  const replyBox = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: `Reply to ${conversation.title}`,
  })
  // Found as soon as it is there; nobody types before it was painted, which is when it asks for what is newer.
  const names = () => page.platform.calls.commands.map(({ name }) => name)
  await waitFor(() => expect(names()).toContain('openConversation'))
  await act(async () => undefined)
  return { ...page, conversation, replyBox }
}
