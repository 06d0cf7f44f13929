import { act, screen } from '@testing-library/react'
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
  // Found as soon as it is painted; it listens to what is typed when its effects have run.
  await act(async () => undefined)
  return { ...page, conversation, replyBox }
}
