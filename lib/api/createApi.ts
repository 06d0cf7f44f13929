import type { Quarantined } from '../domain/quarantined.ts'
import type { Api } from './Api.ts'
import { accountStatus } from './endpoints/accountStatus.ts'
import { conversationExists } from './endpoints/conversationExists.ts'
import { downloadMedia } from './endpoints/downloadMedia.ts'
import { listAccounts } from './endpoints/listAccounts.ts'
import { listConversations } from './endpoints/listConversations.ts'
import { listMessages } from './endpoints/listMessages.ts'
import { markSalesNavRead } from './endpoints/markSalesNavRead.ts'
import { markSeen } from './endpoints/markSeen.ts'
import { patchConversation } from './endpoints/patchConversation.ts'
import type { Room } from './endpoints/Room.ts'
import { sendFirst } from './endpoints/sendFirst.ts'
import { sendReply } from './endpoints/sendReply.ts'
import { sendSalesNavReply } from './endpoints/sendSalesNavReply.ts'
import { startFullSync } from './endpoints/startFullSync.ts'
import { syncStatus } from './endpoints/syncStatus.ts'
import { uploadFile } from './endpoints/uploadFile.ts'
import { contentOf } from './http/attempt.ts'
import type { Call, HttpDeps, RawAnswer, Reply } from './http/Call.ts'
import { createRequest } from './http/createRequest.ts'
import { quietly } from './http/quietly.ts'

export interface ApiDeps extends HttpDeps {
  /** Told of the rows an answer had to leave out; its own failure never costs the call. */
  onRejected(rows: Quarantined[]): void | Promise<void>
  /** Told of each answer's body before it is read. */
  onAnswer?(call: Omit<Call<unknown>, 'read'>, text: string): void
  /** What was answered to a call, or will be, where somebody has made it already. */
  answered?(call: Omit<Call<unknown>, 'read'>): Promise<Reply<RawAnswer>> | undefined
}

/** Makes the client of the ConnectSafely API under `deps.baseUrl` (contract 0.1). Keeps no state but the budget's. */
export function createApi(deps: ApiDeps): Api {
  const ask = createRequest(deps)
  const room: Room = {
    async request(call, options) {
      const heard: typeof call = {
        ...call,
        read(value, head, text) {
          deps.onAnswer?.(call, text)
          return call.read(value, head, text)
        },
      }
      const answer = deps.answered?.(call)
      if (!answer) return ask(heard, options)
      const { content, ...head } = await answer
      return { ...head, content: contentOf(heard, content, head) }
    },
    now: () => deps.now(),
    reject(reasons, accountId, route) {
      const at = deps.now()
      const rows = reasons.map((reason) => ({ at, accountId, route, reason }))
      if (rows.length > 0) quietly(() => deps.onRejected(rows))
      return rows.length
    },
  }
  return {
    listAccounts: listAccounts(room),
    accountStatus: accountStatus(room),
    listConversations: listConversations(room),
    listMessages: listMessages(room),
    sendReply: sendReply(room),
    conversationExists: conversationExists(room),
    sendFirst: sendFirst(room),
    uploadFile: uploadFile(room),
    downloadMedia: downloadMedia(room),
    sendSalesNavReply: sendSalesNavReply(room),
    markSeen: markSeen(room),
    markSalesNavRead: markSalesNavRead(room),
    patchConversation: patchConversation(room),
    startFullSync: startFullSync(room),
    syncStatus: syncStatus(room),
  }
}
