import type { Incoming } from './incoming'
import type { Keyring, Workspace } from './keyring'
import type { RequestRecord } from './recorder'

/** A key belongs into the Authorization header and nowhere else (contract 0.2). */
export function keyLeaks({ headers, query, rawPath, text }: Incoming, keys: readonly string[]): boolean {
  const others = Object.entries(headers).filter(([name]) => name !== 'authorization')
  return [rawPath, text, ...query.values(), ...others.map(([, value]) => value)].some((part) =>
    keys.some((key) => part.includes(key)),
  )
}

function authOf(header: string | undefined, workspace: Workspace | undefined): 'ok' | 'bad' | 'none' {
  if (header === undefined) return 'none'
  return workspace ? 'ok' : 'bad'
}

/** What was sent as JSON or text; of a file only how large it was. */
function readBody({ headers, bytes }: Incoming, text: string): unknown {
  const type = headers['content-type'] ?? ''
  if (text !== '' && !/^(application\/json|text\/plain)?\s*(;|$)/i.test(type)) return { bytes: bytes.length }
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return text
  }
}

/** The record of a request just arrived, with the keys blotted out wherever a client may have put them. */
export function startRecord(incoming: Incoming, keyring: Keyring): RequestRecord {
  const { id, at, method, headers } = incoming
  const workspace = keyring.behind(headers.authorization)
  // The longest first: one key may begin with another.
  const keys = keyring.keys.sort((a, b) => b.length - a.length)
  const hide = (value: string): string => keys.reduce((text, key) => text.replaceAll(key, '<key>'), value)
  const pairs = (entries: Iterable<[string, string]>): Record<string, string> =>
    Object.fromEntries([...entries].map(([name, value]) => [name, hide(value)]))
  return {
    id,
    at,
    method,
    route: '?',
    path: hide(incoming.rawPath),
    query: pairs(incoming.query),
    body: readBody(incoming, hide(incoming.text)),
    headers: { ...pairs(Object.entries(headers)), authorization: authOf(headers.authorization, workspace) },
    ...(workspace ? { workspace: workspace.name } : {}),
    status: null,
  }
}
