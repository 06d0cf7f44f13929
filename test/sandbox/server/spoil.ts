import { encodeListCursor } from '../wire/listCursor'
import type { FaultEffect } from './faults'
import type { Call } from './route'

type Page = Record<string, unknown>

const NONSENSE: readonly unknown[] = [
  null,
  42,
  'row',
  [],
  {},
  { conversationUrn: 7, messageUrn: false, lastActivityAt: {} },
]

function rowsOf(body: unknown): { page: Page; name: 'conversations' | 'messages' } | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const page = body as Page
  if (Array.isArray(page.conversations)) return { page, name: 'conversations' }
  return Array.isArray(page.messages) ? { page, name: 'messages' } : undefined
}

/** The cursor that leads to the page being answered right now. */
function cursorHere(name: 'conversations' | 'messages', call: Call): Page {
  if (name === 'messages') return { cursor: call.query.cursor ?? '9999999999999' }
  const top = encodeListCursor({ accountId: call.account?.id ?? '', after: null }, 'linkedin')
  return { nextCursor: call.query.nextCursor ?? top }
}

/** Applies the effects that damage a page of rows after it was made. */
export function spoil(body: unknown, effect: FaultEffect, call: Call): unknown {
  const found = rowsOf(body)
  if (!found) return body
  const { page, name } = found
  if (effect.cutAbove !== undefined && Number(call.query.count) > effect.cutAbove) {
    return { _truncated: true, preview: JSON.stringify(body).slice(0, 200) }
  }
  let rows = page[name] as unknown[]
  if (effect.dropRow !== undefined) rows = rows.filter((_, i) => i !== effect.dropRow)
  if ('badRow' in effect) {
    const bad = effect.badRow === true ? NONSENSE : [effect.badRow]
    rows = [...rows.slice(0, 1), ...bad, ...rows.slice(1)]
  }
  const empty = effect.emptyList ? { [name]: [], hasMore: true, ...cursorHere(name, call) } : {}
  const again = effect.repeatCursor ? { hasMore: true, ...cursorHere(name, call) } : {}
  return { ...page, [name]: rows, ...again, ...empty }
}
