import { pingsFor, scriptsFor } from '../scripts/library'
import type { Line } from '../scripts/script'
import { bareConversation } from './makeConversation'
import { makePerson } from './people'
import { hash, mulberry32, pick } from './random'
import type { Account, Conversation, Message } from './types'
import type { World } from './world'

export interface ReceiveOptions {
  accountId?: string
  /** Key of the conversation; without it a recent one of the account is picked. */
  conversation?: string
  text?: string
  /** Which of the other people writes. Default 0. */
  senderIndex?: number
  /** Send time (ms). Default: now. */
  sentAt?: number
  /** Somebody who never wrote before. */
  newConversation?: boolean
  /** The list shows it at once, a read of the messages only with sync=true (contract 7.9). */
  awaitsSync?: boolean
}

export interface Arrival {
  accountId: string
  conversation: string
  messageKey: string
  sentAt: number
  text: string
}

function accountFor(world: World, accountId: string | undefined): Account {
  const account = accountId ? world.account(accountId) : world.accounts[0]
  if (!account) throw new Error(`No account ${accountId ?? ''} in this world`)
  return account
}

function startConversation(world: World, owner: Account, seed: number): Conversation {
  return world.add(bareConversation(seed, owner, 'inbox', [makePerson(seed, owner.trade)]))
}

function textFor(conversation: Conversation, owner: Account, seed: number): string {
  const random = mulberry32(seed)
  const { language = 'en', firstName = '' } = conversation.people[0] ?? {}
  const opener = (line: Line | undefined): boolean =>
    line !== undefined && !line.mine && !/\{(?!me\})/.test(line.text)
  const openers = scriptsFor(owner.trade, language, true)
    .map((s) => s.lines[0])
    .filter(opener)
  const lines =
    conversation.thread.length === 0 && openers.length > 0
      ? openers.map((l) => l?.text ?? '')
      : pingsFor(language)
  return pick(random, lines).replaceAll('{me}', owner.firstName).replaceAll('{first}', firstName)
}

function target(world: World, options: ReceiveOptions, seed: number): Conversation {
  if (options.conversation) {
    const known = world.conversation(options.conversation)
    if (!known) throw new Error(`No conversation ${options.conversation} in this world`)
    return known
  }
  const owner = accountFor(world, options.accountId)
  const recent = world.conversations(owner.id).slice(0, 25)
  if (options.newConversation || recent.length === 0) return startConversation(world, owner, seed)
  return pick(mulberry32(seed), recent)
}

/** An inbound message arrives at LinkedIn and is in the vendor's database at once. */
export function receive(world: World, options: ReceiveOptions, now: number): Arrival {
  const seed = world.nextSeed()
  const conversation = target(world, options, seed)
  // Two messages of one thread never share a millisecond unless a test asks for it.
  const sentAt = options.sentAt ?? Math.max(now, (conversation.thread.at(0)?.sentAt ?? 0) + 1)
  const message: Message = world.append(conversation, {
    sender: options.senderIndex ?? 0,
    text: options.text ?? textFor(conversation, world.ownerOf(conversation), hash(seed, 'text')),
    sentAt,
    ...(options.awaitsSync ? { awaitsSync: true } : {}),
  })
  return {
    accountId: conversation.accountId,
    conversation: conversation.key,
    messageKey: message.key,
    sentAt,
    text: message.text,
  }
}

/** The sender takes a message back: later pages do not have it. `since` reads never tell (contract 2.10). */
export function recall(world: World, messageKey: string): boolean {
  return world.conversations().some((c) => c.thread.remove(messageKey))
}

/** The owner answers from LinkedIn itself, not through the API. */
export function writeElsewhere(world: World, key: string, text: string, now: number): Message {
  const conversation = target(world, { conversation: key }, 0)
  const sentAt = Math.max(now, (conversation.thread.at(0)?.sentAt ?? 0) + 1)
  return world.append(conversation, { sender: 'owner', text, sentAt })
}

/** Read or marked unread on linkedin.com or on the phone. */
export function setUnread(world: World, key: string, unreadCount: number): void {
  target(world, { conversation: key }, 0).unreadCount = unreadCount
}
