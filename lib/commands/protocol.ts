import type { Failure } from '../domain/failure.ts'

/**
 * What a page may ask of the worker, and what comes back. The key, texts and drafts never travel here: the key goes
 * through the vault, all else through the database, and a command is only a poke that work is due.
 */
interface Commands {
  /** Tries the key waiting in the vault; on success it is kept and the import starts. */
  connect: { request: Record<never, never>; reply: { accounts: number } }
  /** Pulls all accounts now. */
  syncNow: { request: Record<never, never>; reply: Record<never, never> }
  /** The user opened a conversation: read it freshly (at most once a minute). */
  openConversation: { request: { conversationId: string }; reply: Record<never, never> }
  /** A visible page shows this conversation: look for newer messages. */
  refreshConversation: { request: { conversationId: string }; reply: Record<never, never> }
  /** Fetches older messages below the lowest span. */
  loadOlder: { request: { conversationId: string }; reply: { added: number; beginning: boolean } }
  /** Fetches what is missing in the gap below the span that begins at `from` (server ms). */
  loadGap: { request: { conversationId: string; from: number }; reply: { added: number; closed: boolean } }
  /** Something in the outbox is due, or the unread count changed. */
  drain: { request: Record<never, never>; reply: Record<never, never> }
  /** Looks in the thread whether an unconfirmed reply arrived. */
  checkAgain: { request: { intentId: string }; reply: { found: boolean } }
  /** Fetches a received file, by the place of its attachment in its message; it is then in the store by its address. */
  fetchMedia: { request: { messageId: string; index: number }; reply: Record<never, never> }
  /** Looks for the conversation of an account with somebody, by the slug or id of their profile. */
  findConversation: {
    request: { accountId: string; profile: string }
    reply: { conversationId: string | null; profileUrn: string | null }
  }
  /** Forgets what can be fetched again and imports anew. */
  clearCache: { request: Record<never, never>; reply: Record<never, never> }
  /** Forgets everything, the key too. */
  deleteEverything: { request: Record<never, never>; reply: Record<never, never> }
  /** The same where the sample inbox is open; nothing at all where it is not. */
  leaveSample: { request: Record<never, never>; reply: Record<never, never> }
}

export type CommandName = keyof Commands
export type RequestOf<N extends CommandName> = Commands[N]['request']
export type ReplyOf<N extends CommandName> = Commands[N]['reply']

/** How replies travel: errors are data too. */
export type Outcome<N extends CommandName> = { ok: true; reply: ReplyOf<N> } | { ok: false; failure: Failure }

/** Sends a command and gives its outcome; never rejects: a worker that does not answer is a failure as data. */
export type SendCommand = <N extends CommandName>(name: N, request: RequestOf<N>) => Promise<Outcome<N>>
