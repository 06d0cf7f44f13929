import { afterEach } from 'vitest'
import type { SandboxOptions } from '../../sandbox/options'
import { type Sandbox, startSandbox } from '../../sandbox/sandbox'
import type { Conversation } from '../../sandbox/world/types'

const open: Sandbox[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.stop()))
})

export const NOW = Date.UTC(2026, 1, 25, 9, 0, 0)

/** A sandbox that is stopped after the test; small, fixed in time and without limits unless asked. */
export async function started(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: NOW, conversations: 12, rateLimit: false, ...options })
  open.push(sandbox)
  return sandbox
}

export const encoded = (urn: string): string =>
  encodeURIComponent(urn).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

interface CallOptions {
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** One call the way a correct client makes it. */
export function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Response> {
  const query = new URLSearchParams(options.query).toString()
  return fetch(`${sandbox.baseUrl}${path}${query ? `?${query}` : ''}`, {
    method,
    headers: {
      Authorization: `Bearer ${sandbox.key}`,
      ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape, garbage included.
export type Loose = any

export async function json(response: Response | Promise<Response>): Promise<Loose> {
  return (await response).json()
}

export const list = (
  sandbox: Sandbox,
  accountId: string,
  query: Record<string, string> = {},
): Promise<Response> => call(sandbox, 'GET', '/conversations', { query: { accountId, ...query } })

export const messages = (
  sandbox: Sandbox,
  c: Conversation,
  query: Record<string, string> = {},
): Promise<Response> =>
  call(sandbox, 'GET', `/conversations/${encoded(c.urn)}/messages`, {
    query: { accountId: c.accountId, sync: 'false', ...query },
  })

export const send = (sandbox: Sandbox, c: Conversation, message: string): Promise<Response> =>
  call(sandbox, 'POST', '/conversations/send', {
    body: { accountId: c.accountId, conversationUrn: c.urn, message, messagingChannel: 'linkedin_inbox' },
  })

/** The first account and its most recent inbox conversation. */
export function firstOf(sandbox: Sandbox): { accountId: string; conversation: Conversation } {
  const accountId = sandbox.world.accounts[0]?.id ?? ''
  const conversation = sandbox.world.conversations(accountId).find((c) => c.channel === 'inbox')
  if (!conversation) throw new Error('This world has no inbox conversation')
  return { accountId, conversation }
}

export function salesNavOf(sandbox: Sandbox): Conversation {
  const conversation = sandbox.world.conversations().find((c) => c.channel === 'salesNav')
  if (!conversation) throw new Error('This world has no Sales Nav conversation')
  return conversation
}
