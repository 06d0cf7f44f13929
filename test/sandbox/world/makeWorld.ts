import { type AccountSpec, makeAccount } from './makeAccount'
import { makeConversation } from './makeConversation'
import { hash, mulberry32 } from './random'
import type { Account } from './types'
import { World } from './world'

export interface WorldOptions {
  /** Same seed and `now`, same world. Default 1. */
  seed?: number
  /** The moment the world is made for (ms). Default: the real time. */
  now?: number
  /** Specs, or just how many. Default 2: Mara (recruiting) and Owen (sales, Sales Navigator). */
  accounts?: number | readonly AccountSpec[]
  /** In all, shared out among the accounts. Default 60. */
  conversations?: number
  /** Messages of each conversation, or of the n-th in order of recency. Default: 1 to 40, mostly few. */
  messagesPerConversation?: number | ((index: number) => number)
  /** How many of the most recent third are unread. Default: about one in eight of all. */
  unread?: number
}

const MINUTE = 60_000
const REACH = 700 * 24 * 60 * MINUTE

function activity(index: number, total: number, now: number, jitter: number): number {
  // Cubed: a third of a busy inbox moved this week, the tail reaches back almost two years.
  const age = ((index + jitter * 0.9) / total) ** 3 * REACH
  return Math.round(now - 2 * MINUTE - index * MINUTE - age)
}

function unreadPlaces(seed: number, total: number, wanted: number): Set<number> {
  const reach = Math.max(wanted, Math.ceil(total / 3))
  const order = Array.from({ length: reach }, (_, i) => i)
  const random = mulberry32(hash(seed, 'unread'))
  const score = order.map(() => random())
  order.sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0))
  return new Set(order.slice(0, wanted))
}

function ownersInTurn(accounts: readonly Account[], specs: readonly AccountSpec[], total: number): Account[] {
  const left = accounts.map((_, i) => specs[i]?.conversations ?? Math.ceil(total / accounts.length))
  const asked = specs.some((s) => s.conversations !== undefined)
  const turns: Account[] = []
  for (let i = 0; left.some((n) => n > 0) && (asked || turns.length < total); i = (i + 1) % accounts.length) {
    if ((left[i] ?? 0) <= 0) continue
    left[i] = (left[i] ?? 0) - 1
    turns.push(accounts[i] as Account)
  }
  return turns
}

/**
 * A made-up workspace: accounts (contract 1.1), conversations (2.1) and messages (2.2). Threads are made only as
 * they are read, so 2,000 conversations with 200,000 messages are ready in a blink.
 */
export function makeWorld(options: WorldOptions = {}): World {
  const { seed = 1, now = Date.now(), accounts: asked = 2 } = options
  const specs = typeof asked === 'number' ? Array.from({ length: asked }, () => ({})) : asked
  const accounts = specs.map((spec, i) => makeAccount(seed, i, spec, now))
  const world = new World(seed, now, accounts)
  const owners = ownersInTurn(accounts, specs, options.conversations ?? 60)
  const unread = unreadPlaces(
    seed,
    owners.length,
    Math.min(owners.length, options.unread ?? Math.ceil(owners.length / 8)),
  )
  const { messagesPerConversation: many } = options
  owners.forEach((owner, i) => {
    const own = hash(seed, 'conversation', i)
    const random = mulberry32(own)
    world.add(
      makeConversation({
        seed: own,
        owner,
        channel: owner.salesNavigator && random() < 0.3 ? 'salesNav' : 'inbox',
        count: typeof many === 'function' ? many(i) : many,
        lastActivityAt: activity(i, owners.length, now, random()),
        unread: unread.has(i),
        now,
      }),
    )
  })
  return world
}
