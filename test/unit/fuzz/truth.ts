import type { Chance } from './chance.ts'
import { someText } from './junk.ts'

const SECOND = 1000
const DAY = 86_400_000

export interface TrueMessage {
  key: string
  text: string
  /** Whole seconds, so that every spelling of a time says the same. */
  sentAt: number
  own: boolean
}

export interface TrueThread {
  key: string
  channel: 'inbox' | 'salesNav'
  other: { id: string; name: string }
  /** Oldest first, no two in the same second. */
  messages: TrueMessage[]
  unread: number
}

export interface TrueAccount {
  id: string
  firstName: string
  lastName: string
  ownerId: string
  threads: TrueThread[]
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const digits = (chance: Chance, length: number) => Array.from({ length }, () => chance.int(10)).join('')
const hex = (chance: Chance, length: number) =>
  Array.from({ length }, () => chance.int(16).toString(16)).join('')

/** What is so: the world the API would tell of if it could. Ids have the contract's shapes (0.4). */
export function makeTruth(chance: Chance, now: number): TrueAccount[] {
  return Array.from({ length: 1 + chance.int(2) }, (_, index) => {
    const account: TrueAccount = {
      id: hex(chance, 24),
      firstName: index ? 'Owen' : 'Mara',
      lastName: index ? 'Achebe' : 'Lindqvist',
      ownerId: `ACoAA${hex(chance, 34)}`,
      threads: [],
    }
    const threads = chance.maybe(0.15) ? 20 + chance.int(40) : 1 + chance.int(8)
    for (let i = 0; i < threads; i++) account.threads.push(makeThread(chance, i, now))
    return account
  })
}

export function makeThread(chance: Chance, index: number, now: number): TrueThread {
  const thread: TrueThread = {
    key: `2-${base64(`${hex(chance, 8)}-${hex(chance, 4)}_100`)}`,
    channel: chance.maybe(0.2) ? 'salesNav' : 'inbox',
    other: { id: `ACoAA${hex(chance, 34)}`, name: `${chance.pick(['Ines', 'Teo', 'Ana', 'Li'])} Nr${index}` },
    messages: [],
    unread: 0,
  }
  const length = chance.maybe(0.15) ? 60 + chance.int(120) : 1 + chance.int(12)
  const start = now - (1 + chance.int(60)) * DAY
  const step = Math.floor((now - start) / (length + 1) / SECOND) * SECOND
  for (let i = 1; i <= length; i++)
    say(thread, makeMessage(chance, thread, start + i * step, chance.maybe(0.4)))
  thread.unread = thread.messages.at(-1)?.own === false && chance.maybe(0.4) ? 1 : 0
  return thread
}

/** A message later than all of the thread. */
export function makeMessage(
  chance: Chance,
  thread: TrueThread,
  at: number,
  own: boolean,
  text = someText(chance),
): TrueMessage {
  const earliest = lastOf(thread) + SECOND
  const sentAt = Math.max(earliest, Math.floor(at / SECOND) * SECOND)
  return { key: `2-${base64(`${sentAt}b${digits(chance, 5)}-100`)}`, text, sentAt, own }
}

/** The message is said. */
export function say(thread: TrueThread, message: TrueMessage): void {
  thread.messages.push(message)
  thread.unread = message.own ? 0 : thread.unread + 1
}

export const lastOf = (thread: TrueThread): number => thread.messages.at(-1)?.sentAt ?? 0
