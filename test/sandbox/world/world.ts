import { makeMessageKey } from './ids'
import { hash } from './random'
import type { Account, Asset, Attachment, Conversation, Message, Person } from './types'

export interface NewMessage {
  sender: Message['sender']
  text: string
  sentAt: number
  attachments?: Attachment[]
  awaitsSync?: boolean
}

const newestFirst = (a: Conversation, b: Conversation): number =>
  b.lastActivityAt - a.lastActivityAt || (a.key < b.key ? -1 : 1)

/** Everything the stand-in knows, and the few moves that change it. */
export class World {
  readonly accounts: Account[]
  /** What was uploaded, oldest first. */
  readonly assets: Asset[] = []
  /** People somebody asked for who are in no conversation. */
  readonly strangers: Person[] = []
  readonly #conversations = new Map<string, Conversation>()
  #made = 0

  constructor(
    readonly seed: number,
    readonly now: number,
    accounts: Account[],
  ) {
    this.accounts = accounts
  }

  /** All conversations, newest activity first; of one account when asked. */
  conversations(accountId?: string): Conversation[] {
    const all = [...this.#conversations.values()]
    return (accountId ? all.filter((c) => c.accountId === accountId) : all).sort(newestFirst)
  }

  conversation(key: string): Conversation | undefined {
    return this.#conversations.get(key)
  }

  account(id: string): Account | undefined {
    return this.accounts.find((a) => a.id === id)
  }

  ownerOf(conversation: Conversation): Account {
    const owner = this.account(conversation.accountId)
    if (!owner) throw new Error(`Conversation ${conversation.key} has no account`)
    return owner
  }

  add(conversation: Conversation): Conversation {
    this.#conversations.set(conversation.key, conversation)
    return conversation
  }

  remove(key: string): void {
    this.#conversations.delete(key)
  }

  /** A seed no thing of this world has had yet. */
  nextSeed(): number {
    return hash(this.seed, 'arrived', this.#made++)
  }

  /** Puts a message in and moves the conversation: own messages clear unread, inbound ones add to it. */
  append(conversation: Conversation, message: NewMessage): Message {
    const { sentAt } = message
    const row: Message = {
      key: makeMessageKey(sentAt, this.nextSeed()),
      sentAt,
      sender: message.sender,
      text: message.text,
      attachments: message.attachments ?? [],
      ...(message.awaitsSync ? { awaitsSync: true } : {}),
    }
    conversation.thread.insert(row)
    conversation.lastActivityAt = Math.max(conversation.lastActivityAt, sentAt)
    conversation.unreadCount = message.sender === 'owner' ? 0 : conversation.unreadCount + 1
    return row
  }
}
