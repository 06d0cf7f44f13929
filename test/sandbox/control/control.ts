import type { Sandbox } from '../sandbox'
import type { FaultRule } from '../server/faults'
import type { Incoming } from '../server/incoming'
import type { RequestFilter } from '../server/recorder'
import { jsonReply, type Reply } from '../server/reply'
import type { TrafficOptions } from '../traffic'
import type { ReceiveOptions } from '../world/arrivals'
import type { AccountSpec } from '../world/makeAccount'
import type { InitialSync } from '../world/types'
import type { AccountStatus } from '../world/workspace'
import { describeWorld } from './describeWorld'

type InAccount<T> = T & { accountId: string }
interface InConversation {
  conversation: string
}
type Handler = (sandbox: Sandbox, body: unknown, query: URLSearchParams) => unknown

// For tests and the demo on this machine: bodies are trusted to be what they say. No result means `{ ok: true }`.
const HANDLERS: Record<string, Handler> = {
  'GET world': (s) => describeWorld(s.world),
  'GET requests': (s, _, query) => s.requests(Object.fromEntries(query) as RequestFilter),
  'GET violations': (s) => s.violations(),
  'GET deliveries': (s, _, query) => s.deliveries(query.get('conversation') ?? undefined),
  'POST clear': (s) => s.clearRecorder(),
  'POST fault': (s, body) => {
    s.fault(body as FaultRule)
  },
  'POST clear-faults': (s) => s.clearFaults(),
  'POST receive': (s, body) => s.receive(body as ReceiveOptions),
  'POST traffic': (s, body) => {
    s.startTraffic(body as TrafficOptions)
  },
  'POST recall': (s, body) => ({ recalled: s.recall((body as { messageKey: string }).messageKey) }),
  'POST read-elsewhere': (s, body) => s.readElsewhere((body as InConversation).conversation),
  'POST unread-elsewhere': (s, body) => s.unreadElsewhere((body as InConversation).conversation),
  'POST write-elsewhere': (s, body) => {
    const { conversation, text } = body as InConversation & { text: string }
    return s.writeElsewhere(conversation, text)
  },
  'POST account-status': (s, body) => {
    const { accountId, ...status } = body as InAccount<AccountStatus>
    s.setAccountStatus(accountId, status)
  },
  'POST add-account': (s, body) => ({ accountId: s.addAccount(body as AccountSpec).id }),
  'POST remove-account': (s, body) => s.removeAccount((body as InAccount<object>).accountId),
  'POST initial-sync': (s, body) => {
    const { accountId, ...state } = body as InAccount<Partial<InitialSync>>
    s.setInitialSync(accountId, state)
  },
  'POST pause': (s, _, query) => {
    // The answer must be out before the door closes.
    setTimeout(() => void s.pause(Number(query.get('ms') ?? 5000)), 20)
  },
}

/** `/__control/<word>`: drives a sandbox that runs in another process. JSON in, JSON out. */
export function controlReply(sandbox: Sandbox, incoming: Incoming): Reply {
  const word = incoming.rawPath.slice('/__control/'.length)
  const handler = HANDLERS[`${incoming.method} ${word}`]
  if (!handler) return jsonReply(404, { error: 'No such control', known: Object.keys(HANDLERS) })
  try {
    const body: unknown = incoming.text === '' ? {} : JSON.parse(incoming.text)
    return jsonReply(200, handler(sandbox, body, incoming.query) ?? { ok: true })
  } catch (error) {
    return jsonReply(400, { error: String(error) })
  }
}
