import { makeHistory } from './history'
import { conversationUrn, makeThreadKey, salesNavUrn } from './ids'
import { makePerson } from './people'
import { planThread, trailingInbound } from './plan'
import { hash, mulberry32 } from './random'
import { Thread } from './thread'
import type { Account, Channel, Conversation, Language, Message, Person } from './types'

export interface ConversationSpec {
  seed: number
  owner: Account
  channel: Channel
  /** Messages; without it the seed decides. */
  count?: number | undefined
  lastActivityAt: number
  unread: boolean
  now: number
}

function makePeople(seed: number, owner: Account, channel: Channel): Person[] {
  const random = mulberry32(hash(seed, 'people'))
  const first = makePerson(hash(seed, 'person', 0), owner.trade)
  // A few old chats with several people exist (contract 5), all in English so that they make sense.
  if (channel === 'salesNav' || first.language !== 'en' || random() > 0.03) return [first]
  const others = [1, 2].map((i) => makePerson(hash(seed, 'person', i), owner.trade))
  return [first, ...others.slice(0, random() < 0.5 ? 1 : 2)]
}

/** Mostly short threads. The scripts in other languages are few, so those threads stay short too. */
function usualCount(seed: number, language: Language): number {
  return 1 + Math.floor(mulberry32(hash(seed, 'count'))() ** 2 * (language === 'en' ? 40 : 14))
}

/** An empty thread with the identifiers of its channel. */
export function bareConversation(
  seed: number,
  owner: Account,
  channel: Channel,
  people: Person[],
  past: Iterable<Message> = [],
  length = 0,
): Conversation {
  const key = makeThreadKey(hash(seed, 'thread'))
  return {
    key,
    accountId: owner.id,
    channel,
    urn: channel === 'salesNav' ? salesNavUrn(key) : conversationUrn(owner.profileId, key),
    people,
    lastActivityAt: 0,
    unreadCount: 0,
    starred: false,
    thread: new Thread(past, length),
  }
}

/** A conversation with its plan made and its messages still to be pulled. */
export function makeConversation(spec: ConversationSpec): Conversation {
  const { seed, owner, channel, lastActivityAt, now } = spec
  const people = makePeople(seed, owner, channel)
  const count = Math.max(1, spec.count ?? usualCount(seed, people[0]?.language ?? 'en'))
  const segments = planThread({
    random: mulberry32(hash(seed, 'plan')),
    count,
    trade: owner.trade,
    language: people[0]?.language ?? 'en',
    endsInbound: spec.unread,
  })
  const history = makeHistory({ seed, owner, people, segments, lastActivityAt, now })
  const conversation = bareConversation(seed, owner, channel, people, history, count)
  conversation.lastActivityAt = lastActivityAt
  conversation.unreadCount = spec.unread ? Math.min(trailingInbound(segments), 1 + (seed % 3)) : 0
  conversation.starred = seed % 17 === 0
  return conversation
}
