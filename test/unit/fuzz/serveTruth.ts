import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chance } from './chance.ts'
import { accountRow } from './rows.ts'
import { type Body, honest, type Reply, spoilAnswer } from './spoilAnswer.ts'
import {
  newestFirst,
  type ServedRow,
  servedAccounts,
  servedConversations,
  servedMessages,
  type Weather,
} from './spoilRows.ts'
import { makeMessage, say, type TrueAccount, type TrueThread } from './truth.ts'

export const MESSAGES = '/conversations/:conversationUrn/messages'

/** One answer that went out. */
export interface Served {
  what: string
  route: string
  account: string
  readable: boolean
  rows: ServedRow[]
}

/** What a life of the API is about to go through. Changed while it runs. */
export interface Stage {
  accounts: TrueAccount[]
  now(): number
  chance: Chance
  /** The share of answers that are not as documented; 0 is fine weather. */
  rough: number
  weather: Weather
  /** Whether answers may take the client's patience. */
  slow: boolean
  served: Served[]
  /** Replies that reached LinkedIn, by their text. */
  delivered: string[]
}

/** What one answer would be, before anything happens to it. */
interface Answer {
  route: string
  body: Body
  rows: ServedRow[]
  /** What it does, unless it is refused. */
  effect?: () => void
}

/** A real HTTP server that tells the truth of a stage, in whatever form the stage's weather brings. */
export async function serveTruth(): Promise<{
  baseUrl: string
  set(stage: Stage): void
  stop(): Promise<void>
}> {
  let stage: Stage | undefined
  const asked = new Map<string, number>()
  /** Accounts whose last answer lost something on its way: the next one comes well. */
  const spared = new Set<string>()
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (!stage) return void response.writeHead(500).end()
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const sent = body ? (JSON.parse(body) as Record<string, unknown>) : {}
    const path = decodeURIComponent(pathname.replace('/linkedin', ''))
    const accountId = String(searchParams.get('accountId') ?? sent.accountId ?? path.split('/')[2] ?? '')
    const account = stage.accounts.find((one) => one.id === accountId)
    const who = path === '/accounts' ? 'all' : (account?.id ?? 'all')
    asked.set(who, (asked.get(who) ?? 0) + 1)
    // Accounts are asked side by side: what happens to one must not depend on who was first.
    const chance = stage.chance.fork(`${who} ${asked.get(who)}`)
    const { garbled } = stage.weather
    const before = garbled.size
    const answer = answerTo(stage, chance, path, searchParams, sent, account)
    const lost = garbled.size > before
    const mayLose = !lost && !spared.delete(who)
    if (lost) spared.add(who)
    const spoil = stage.rough > 0 && chance.maybe(stage.rough)
    const reply = spoil ? spoilAnswer(chance, answer.body, mayLose, stage.slow) : honest(answer.body)
    const { what, readable } = reply
    if (what === 'without its cursor') spared.add(who)
    if (!isRefusal(reply)) answer.effect?.()
    stage.served.push({ what, readable, route: answer.route, account: who, rows: answer.rows })
    send(response, request, reply, stage.now())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/linkedin`,
    set(next) {
      stage = next
      asked.clear()
      spared.clear()
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function answerTo(
  stage: Stage,
  chance: Chance,
  path: string,
  query: URLSearchParams,
  sent: Record<string, unknown>,
  account: TrueAccount | undefined,
): Answer {
  const answer = (route: string, body: Body, rows: ServedRow[] = []): Answer => ({ route, body, rows })
  const weather = stage.rough > 0 ? stage.weather : { ...stage.weather, rows: 0 }
  if (path === '/accounts') {
    const served = servedAccounts(chance, weather, stage.accounts)
    return answer(
      path,
      served.map(({ row }) => row),
      served,
    )
  }
  if (!account) return answer(path, { success: true })
  if (path.startsWith('/account/'))
    return answer('/account/:accountId/status', { ...accountRow(account), hasTokens: true })
  if (path === '/conversations') return answer(path, ...listPage(chance, weather, account, query))
  if (path === '/conversations/sync/status') {
    const syncState = { initialSyncCompleted: true, syncInProgress: false, totalConversations: 3 }
    return answer(path, { success: true, accounts: [{ accountId: account.id, syncState }] })
  }
  const thread = account.threads.find(({ key }) => path.includes(key) || JSON.stringify(sent).includes(key))
  if (!thread) return answer(path, { success: true })
  if (path.endsWith('/messages')) {
    return answer(MESSAGES, ...messagesPage(chance, weather, account, thread, query))
  }
  const text = sent.message ?? sent.body
  if (typeof text === 'string') return { ...sendAnswer(stage, chance, account, thread, text), route: path }
  return answer(path, { success: true, accountId: account.id, message: 'Done' })
}

function listPage(
  chance: Chance,
  weather: Weather,
  account: TrueAccount,
  query: URLSearchParams,
): [Body, ServedRow[]] {
  const start = Number((query.get('nextCursor') ?? '').split(':').at(-1)) || 0
  const end = start + Number(query.get('count') ?? 20)
  const rows = servedConversations(chance, weather, account, newestFirst(account.threads).slice(start, end))
  const more = end < account.threads.length
  const page = {
    success: true,
    conversations: rows.map(({ row }) => row),
    accounts: [{ id: account.id, name: account.firstName }],
    nextCursor: more ? `${chance.pick(['linkedin:', 'db:'])}${end}` : chance.pick([null, '']),
    ...(chance.maybe(0.7) ? { hasMore: more } : {}),
    fromCache: true,
  }
  return [page, rows]
}

function messagesPage(
  chance: Chance,
  weather: Weather,
  account: TrueAccount,
  thread: TrueThread,
  query: URLSearchParams,
): [Body, ServedRow[]] {
  const since = Number(query.get('since') ?? 0)
  const end = Number(query.get('cursor')?.split('/')[1] ?? thread.messages.length)
  const newer = thread.messages.slice(0, end).filter((message) => message.sentAt > since)
  const shown = newer.slice(-Number(query.get('count') ?? 50))
  const rows = servedMessages(chance, weather, account, thread, shown)
  const more = shown.length < newer.length
  const page = {
    success: true,
    messages: rows.map(({ row }) => row),
    participants: [{ profileId: thread.other.id, name: thread.other.name, headline: null }],
    hasMore: more,
    cursor: more ? `before/${end - shown.length}` : null,
    note: null,
  }
  return [page, rows]
}

function sendAnswer(
  stage: Stage,
  chance: Chance,
  account: TrueAccount,
  thread: TrueThread,
  text: string,
): Omit<Answer, 'route'> {
  const message = makeMessage(chance, thread, stage.now(), true, text)
  const messageUrn = `urn:li:msg_message:(urn:li:fsd_profile:${account.ownerId},${message.key})`
  const echo = { messageUrn, text, sentAt: message.sentAt, senderProfileId: account.ownerId }
  const body = {
    success: true,
    message: 'Message sent successfully',
    sentMessage: chance.maybe(0.6) ? echo : {},
  }
  const effect = () => {
    say(thread, message)
    stage.delivered.push(text)
  }
  return { body, rows: [], effect }
}

/** Whether the answer says clearly that nothing was done. */
function isRefusal({ status, what }: Reply): boolean {
  return (status >= 400 && status < 500 && status !== 408) || what === 'said to have failed'
}

function send(response: ServerResponse, request: IncomingMessage, reply: Reply, now: number): void {
  const { bytes, delivery, status } = reply
  if (delivery === 'silence') return
  if (delivery === 'reset') return void request.socket.resetAndDestroy()
  // Node would add its own clock where we leave the server's out.
  response.sendDate = false
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  const head = { Date: new Date(now).toUTCString(), ...reply.headers }
  const whole = delivery === 'whole' ? { 'Content-Length': String(bytes.length) } : {}
  response.writeHead(
    status,
    Object.fromEntries(Object.entries({ ...head, ...whole }).filter(([, value]) => value !== '')),
  )
  switch (delivery) {
    case 'whole':
      return void response.end(bytes)
    case 'open':
      return void response.write(bytes)
    case 'cut':
      return void response.write(half, () => request.socket.destroy())
    case 'stall':
      return void response.write(half)
    case 'pieces':
      inPieces(response, bytes)
  }
}

/** Cut anywhere, in the middle of a character too. */
function inPieces(response: ServerResponse, bytes: Buffer): void {
  const size = Math.max(1, Math.ceil(bytes.length / 40))
  const from = bytes.findIndex((byte) => byte > 0x7f) + 1
  response.write(bytes.subarray(0, from))
  const next = (at: number): void => {
    if (at >= bytes.length) return void response.end()
    response.write(bytes.subarray(at, at + size))
    setImmediate(() => next(at + size))
  }
  setImmediate(() => next(from))
}
