import type { ListedAccount } from '../domain/account.ts'
import type { ListedConversation } from '../domain/conversation.ts'
import type { MediaFile, UploadedFile } from '../domain/file.ts'
import type { Recipient } from '../domain/firstMessage.ts'
import type { Lane } from '../domain/lane.ts'
import type { ReceivedMessage } from '../domain/message.ts'
import type { Participant } from '../domain/participant.ts'
import type { Exists } from './wire/exists.ts'

/** What every answer tells beside its content. */
export interface Answer {
  /** The server's clock when it answered (ms, from the Date header), or null where it has none. */
  serverNow: number | null
  /** Rows that could not be read; already counted in quarantine. */
  rejected: number
}

interface AccountsAnswer extends Answer {
  accounts: ListedAccount[]
  /** False where they may not be all the key reaches: some could not be read, or there was no list but only a status. */
  isWhole: boolean
}

export interface ConversationsAnswer extends Answer {
  conversations: ListedConversation[]
  /** Verbatim; null at the end (contract 7.2). */
  nextCursor: string | null
  hasMore: boolean | null
}

export interface MessagesAnswer extends Answer {
  /** Sorted by `sentAt`, then key, oldest first; one of each key. */
  messages: ReceivedMessage[]
  participants: Participant[]
  /** Cursor for older messages, verbatim; null at the end. */
  cursor: string | null
  hasMore: boolean | null
}

export interface SendAnswer extends Answer {
  /** The message as the API echoes it, or null where it answered without one. */
  message: ReceivedMessage | null
}

export interface SyncStatusAnswer extends Answer {
  initialSyncCompleted: boolean | null
  syncInProgress: boolean
  totalConversations: number
}

/** What a call needs beside its own parameters. */
export interface CallOptions {
  lane: Lane
  signal?: AbortSignal
}

/** The endpoints the companion uses, one method each. Every method throws ApiError and nothing else. */
export interface Api {
  /** Contract 1.1, with the fallback of 8.17. */
  listAccounts(options: CallOptions): Promise<AccountsAnswer>
  /** Contract 1.2. */
  accountStatus(
    request: { accountId: string },
    options: CallOptions,
  ): Promise<Answer & { usable: boolean; hasSalesNavigator: boolean }>
  /** Contract 2.1. What is older than `ground` (server ms) is known: how the list goes on from there is of no interest. */
  listConversations(
    request: { accountId: string; count: number; cursor?: string; ground?: number },
    options: CallOptions,
  ): Promise<ConversationsAnswer>
  /** Contract 2.2. `since` in ms; `sync` true waits for LinkedIn. */
  listMessages(
    request: {
      accountId: string
      conversationUrn: string
      count: number
      cursor?: string
      since?: number
      sync: boolean
    },
    options: CallOptions,
  ): Promise<MessagesAnswer>
  /** Contract 2.3: a reply into a thread of the normal inbox. */
  sendReply(
    request: {
      accountId: string
      conversationUrn: string
      message: string
      files?: readonly UploadedFile[]
    },
    options: CallOptions,
  ): Promise<SendAnswer>
  /** Contract 2.4: puts a file where a send can name it. `type` is its media type. */
  uploadFile(
    request: { accountId: string; filename: string; type: string; content: ArrayBuffer },
    options: CallOptions,
  ): Promise<Answer & { file: UploadedFile }>
  /**
   * Contract 2.5: a file that was received, fetched with the account's own LinkedIn session. `like` is what its message
   * says of it, type and name.
   */
  downloadMedia(
    request: { accountId: string; url: string; like: string },
    options: CallOptions,
  ): Promise<Answer & { media: MediaFile }>
  /** Contract 2.11: the conversation with somebody, by the slug or id of their profile. */
  conversationExists(
    request: { accountId: string; profile: string },
    options: CallOptions,
  ): Promise<Answer & Exists>
  /** Contract 2.3: a message to somebody there is no thread with. */
  sendFirst(
    request: { accountId: string; to: Recipient; message: string; files?: readonly UploadedFile[] },
    options: CallOptions,
  ): Promise<SendAnswer>
  /** Contract 3.3: a reply into a Sales Navigator thread. */
  sendSalesNavReply(
    request: { accountId: string; threadId: string; body: string },
    options: CallOptions,
  ): Promise<SendAnswer>
  /** Contract 2.7. */
  markSeen(request: { accountId: string; conversationUrn: string }, options: CallOptions): Promise<Answer>
  /** Contract 3.4. */
  markSalesNavRead(request: { accountId: string; threadId: string }, options: CallOptions): Promise<Answer>
  /** Contract 2.6; the account is resolved from the conversation. */
  patchConversation(
    request: { accountId: string; conversationUrn: string; change: 'star' | 'unstar' | 'mark-unread' },
    options: CallOptions,
  ): Promise<Answer>
  /** Contract 2.12: blocks until LinkedIn was read whole. */
  startFullSync(request: { accountId: string }, options: CallOptions): Promise<Answer>
  /** Contract 2.12. */
  syncStatus(request: { accountId: string }, options: CallOptions): Promise<SyncStatusAnswer>
}
