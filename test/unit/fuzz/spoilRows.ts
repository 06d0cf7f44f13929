import type { Chance } from './chance.ts'
import { junk, noId, noRow, noTime } from './junk.ts'
import { accountRow, conversationRow, messageRow, type Row } from './rows.ts'
import { lastOf, type TrueAccount, type TrueMessage, type TrueThread } from './truth.ts'

/** A row as it goes out, and what it must become: known here, by construction, without asking the product. */
export interface ServedRow {
  row: unknown
  /** Null where nobody could read it: then it has to be counted instead. */
  means: null | { thread?: TrueThread; message?: MeantMessage }
}

export interface MeantMessage {
  key: string
  text: string
  sentAt: number
  /** Null where the row left it open. */
  own: boolean | null
}

/** How bad it is. */
export interface Weather {
  /** The share of rows that are not as documented. */
  rows: number
  /** Keys of rows that the last answer had in a form nobody can read: next time they come well. */
  garbled: Set<string>
}

const EXTRA_NAMES = [
  'data',
  'error',
  'success',
  '__proto__',
  'constructor',
  'toString',
  'cursor',
  'messages',
  'x',
]

/** Text as it can be stored: halves of characters are replaced. */
export const storable = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

/** A row with fields more than it needs, of any kind. */
function withExtras(chance: Chance, row: Row): Row {
  const extras = [1, 2].map(() => [chance.pick(EXTRA_NAMES), junk(chance)] as const)
  return Object.fromEntries([
    ...Object.entries(row),
    ...extras.filter(([name]) => !(name in row && Object.hasOwn(row, name))),
  ])
}

/** Some of the optional fields taken out, or of another kind than documented. */
function withOdd(chance: Chance, row: Row, optional: readonly string[]): Row {
  const odd = { ...row }
  for (const name of optional) {
    if (chance.maybe(0.5)) continue
    if (chance.maybe(0.5)) delete odd[name]
    else odd[name] = junk(chance)
  }
  return odd
}

/** Lines that are no row, or a row of nothing. */
function strangers(chance: Chance, weather: Weather): ServedRow[] {
  if (!chance.maybe(weather.rows / 2)) return []
  const many = chance.maybe(0.1) ? 300 : 1 + chance.int(4)
  return Array.from({ length: many }, () => ({ row: noRow(chance), means: null }))
}

function mayGarble(weather: Weather, key: string): boolean {
  if (weather.garbled.delete(key)) return false
  weather.garbled.add(key)
  return true
}

const MESSAGE_IDS = ['messageUrn', 'messageId', 'backendMessageUrn']
const MESSAGE_EXTRAS = ['senderPhoto', 'attachments', 'hasAttachment', 'subject', 'reactions']
const SENDER = ['senderProfileId', 'senderName', 'sender', 'isSentByOwner']

function spoiltMessage(
  chance: Chance,
  weather: Weather,
  row: Row,
  meant: MeantMessage,
): { rows: Row[]; meant: MeantMessage | null } {
  const withoutIds = Object.fromEntries(Object.entries(row).filter(([name]) => !MESSAGE_IDS.includes(name)))
  const kind = chance.pick(['extras', 'odd', 'sender', 'timeless', 'idless', 'twins', 'body', 'garbled'])
  switch (kind) {
    case 'odd':
      return { rows: [withOdd(chance, row, MESSAGE_EXTRAS)], meant }
    case 'sender':
      return { rows: [withOdd(chance, row, SENDER)], meant: { ...meant, own: null } }
    case 'timeless':
      // The key tells it (contract 0.4).
      return { rows: [{ ...row, sentAt: noTime(chance) }], meant }
    case 'idless':
      return { rows: [chance.maybe(0.5) ? withoutIds : { ...withoutIds, messageUrn: noId(chance) }], meant }
    case 'twins':
      return {
        rows: [
          row,
          { ...row, ...(row.messageUrn ? { messageUrn: `urn:li:messagingMessage:${meant.key}` } : {}) },
        ],
        meant,
      }
    case 'body':
      return { rows: [{ ...row, text: { text: row.text, attributes: [junk(chance)] } }], meant }
    case 'garbled':
      if (!mayGarble(weather, meant.key)) break
      return {
        rows: [
          chance.pick<Row>([
            { ...withoutIds, sentAt: noTime(chance) },
            { text: row.text },
            { ...withoutIds, messageUrn: noId(chance), sentAt: noTime(chance) },
          ]),
        ],
        meant: null,
      }
  }
  return { rows: [withExtras(chance, row)], meant }
}

/** A page of messages as it goes out. */
export function servedMessages(
  chance: Chance,
  weather: Weather,
  account: TrueAccount,
  thread: TrueThread,
  messages: readonly TrueMessage[],
): ServedRow[] {
  const served = strangers(chance, weather)
  for (const message of messages) {
    const row = messageRow(chance, account, thread, message)
    const { key, sentAt, own } = message
    const plain: MeantMessage = { key, text: storable(message.text), sentAt, own }
    const { rows, meant } = chance.maybe(weather.rows)
      ? spoiltMessage(chance, weather, row, plain)
      : { rows: [row], meant: plain }
    for (const one of rows) served.push({ row: one, means: meant && { thread, message: meant } })
    if (chance.maybe(0.05)) served.push(...strangers(chance, weather))
  }
  return chance.maybe(0.3) ? served.reverse() : served
}

const CONVERSATION_EXTRAS = ['participants', 'latestMessage', 'unreadCount', 'isRead', 'lastReadAt', 'total']
const THREAD_IDS = [
  'conversationUrn',
  'conversationId',
  'backendConversationUrn',
  'conversationUrl',
  'salesNavThreadId',
]

function spoiltConversation(chance: Chance, weather: Weather, row: Row, thread: TrueThread): [Row, boolean] {
  const kind = chance.pick(['extras', 'odd', 'timeless', 'garbled', 'bareKey'])
  switch (kind) {
    case 'odd':
      return [withOdd(chance, row, CONVERSATION_EXTRAS), true]
    case 'timeless':
      return [{ ...row, lastActivityAt: noTime(chance) }, true]
    case 'bareKey':
      // What is left has to say of which channel it is.
      if (thread.channel === 'salesNav') break
      return [{ ...row, conversationUrn: noId(chance) }, true]
    case 'garbled': {
      if (!mayGarble(weather, thread.key)) break
      const nameless = { ...row }
      for (const name of THREAD_IDS) {
        if (chance.maybe(0.5)) delete nameless[name]
        else if (name in nameless) nameless[name] = noId(chance)
      }
      return [nameless, false]
    }
  }
  return [withExtras(chance, row), true]
}

/** A page of the list as it goes out. */
export function servedConversations(
  chance: Chance,
  weather: Weather,
  account: TrueAccount,
  threads: readonly TrueThread[],
): ServedRow[] {
  const served = strangers(chance, weather)
  for (const thread of threads) {
    const plain = conversationRow(chance, account, thread)
    const [row, valid] = chance.maybe(weather.rows)
      ? spoiltConversation(chance, weather, plain, thread)
      : ([plain, true] as const)
    served.push({ row, means: valid ? { thread } : null })
    if (chance.maybe(0.05)) served.push(...strangers(chance, weather))
  }
  return served
}

export const newestFirst = (threads: readonly TrueThread[]): TrueThread[] =>
  [...threads].sort((a, b) => lastOf(b) - lastOf(a))

/** The list of accounts as it goes out. */
export function servedAccounts(
  chance: Chance,
  weather: Weather,
  accounts: readonly TrueAccount[],
): ServedRow[] {
  const served = strangers(chance, weather)
  for (const account of accounts) {
    const row = accountRow(account)
    if (!chance.maybe(weather.rows)) served.push({ row, means: {} })
    // The caller's own, and shared with the workspace.
    else if (chance.maybe(0.5)) served.push({ row, means: {} }, { row: withExtras(chance, row), means: {} })
    else served.push({ row: { ...row, id: chance.pick([null, '', [], {}, true]) }, means: null })
  }
  return served
}
