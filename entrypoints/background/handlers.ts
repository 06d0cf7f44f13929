import type { Handlers } from '../../lib/commands/answerCommand.ts'
import { askAccount } from '../../lib/sync/askAccount.ts'
import { fetchMedia } from '../../lib/sync/fetchMedia.ts'
import { findConversation } from '../../lib/sync/findConversation.ts'
import { loadGap } from '../../lib/sync/loadGap.ts'
import { loadOlder } from '../../lib/sync/loadOlder.ts'
import { openConversation, refreshConversation } from '../../lib/sync/openConversation.ts'
import { noteFull } from '../../lib/sync/storageTrouble.ts'
import { connectionHandlers } from './connectionHandlers.ts'
import type { Worker } from './worker.ts'

/** What the worker does on each command. */
export function createHandlers(worker: Worker): Handlers {
  const { db, sync } = worker
  const inConversation = async <T>(
    conversationId: string,
    call: () => Promise<T>,
    lane?: 'background',
  ): Promise<T> => {
    const conversation = await db.conversations.get(conversationId)
    return noteFull(sync, () =>
      conversation ? askAccount(sync, conversation.accountId, call, lane) : call(),
    )
  }
  return {
    ...connectionHandlers(worker),
    async syncNow() {
      await worker.runner.now()
      return {}
    },
    async openConversation({ conversationId }) {
      await inConversation(conversationId, () => openConversation(sync, conversationId), 'background')
      await worker.attend()
      return {}
    },
    async refreshConversation({ conversationId }) {
      await inConversation(conversationId, () => refreshConversation(sync, conversationId), 'background')
      await worker.attend()
      return {}
    },
    async loadOlder({ conversationId }) {
      const older = await inConversation(conversationId, () => loadOlder(sync, conversationId))
      return { added: older.added, beginning: older.complete }
    },
    loadGap: ({ conversationId, from }) =>
      inConversation(conversationId, () => loadGap(sync, conversationId, from)),
    async fetchMedia({ messageId, index }) {
      await noteFull(sync, () => fetchMedia(sync, messageId, index))
      return {}
    },
    async findConversation({ accountId, profile }) {
      const { conversationId, to } = await noteFull(sync, () => findConversation(sync, accountId, profile))
      return { conversationId, profileUrn: to.profileUrn }
    },
    async drain() {
      await Promise.all([worker.drain(), worker.travel.soon()])
      return {}
    },
    async checkAgain({ intentId }) {
      const found = await worker.outbox.checkAgain(intentId)
      await worker.attend()
      return { found }
    },
  }
}
