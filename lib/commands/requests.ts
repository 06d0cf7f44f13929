import type { CommandName, RequestOf } from './protocol.ts'

/** What each field of a request has to be. */
type Fields<T> = { readonly [F in keyof T]: T[F] extends number ? 'number' : 'string' }

const nothing = {}
const conversation = { conversationId: 'string' } as const

const FIELDS: { readonly [N in CommandName]: Fields<RequestOf<N>> } = {
  connect: nothing,
  syncNow: nothing,
  openConversation: conversation,
  refreshConversation: conversation,
  loadOlder: conversation,
  loadGap: { conversationId: 'string', from: 'number' },
  drain: nothing,
  checkAgain: { intentId: 'string' },
  fetchMedia: { messageId: 'string', index: 'number' },
  findConversation: { accountId: 'string', profile: 'string' },
  clearCache: nothing,
  deleteEverything: nothing,
  leaveSample: nothing,
}

export const COMMAND_NAMES = Object.keys(FIELDS) as readonly CommandName[]

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(FIELDS, name)
}

/** The request of a command as it reached the worker, without what does not belong to it; null if it is not one. */
export function readRequest<N extends CommandName>(name: N, sent: unknown): RequestOf<N> | null {
  if (typeof sent !== 'object' || sent === null) return null
  const request: Record<string, unknown> = {}
  for (const [field, type] of Object.entries(FIELDS[name])) {
    const value: unknown = Reflect.get(sent, field)
    if (typeof value !== type || (type === 'number' && !Number.isFinite(value))) return null
    request[field] = value
  }
  return request as RequestOf<N>
}
