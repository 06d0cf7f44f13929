import { mendIntent, mendSetting, mendTriage } from './mend.ts'
import { isNumber, isRow, type Row } from './values.ts'

/** What a field must be for the code that reads it not to trip. */
type Kind = 'string' | 'number' | 'boolean' | 'row' | 'rows'
type Shape = Readonly<Record<string, Kind>>

// Only what would break a list, a thread or a poll: a field that a later version adds is not asked of older rows.
const CACHE: Readonly<Record<string, Shape>> = {
  accounts: { id: 'string', name: 'string', usable: 'boolean', health: 'row', import: 'row' },
  conversations: {
    id: 'string',
    accountId: 'string',
    key: 'string',
    urn: 'string',
    title: 'string',
    participants: 'rows',
    lastActivityAt: 'number',
    latestInboundAt: 'number',
    serverUnread: 'number',
    unreadCount: 'number',
  },
  messages: {
    id: 'string',
    conversationId: 'string',
    key: 'string',
    text: 'string',
    sentAt: 'number',
    attachments: 'rows',
  },
  spans: { conversationId: 'string', from: 'number', to: 'number' },
}

const OTHERS: Readonly<Record<string, Shape>> = {
  files: { id: 'string', conversationId: 'string', taken: 'number', name: 'string', byteSize: 'number' },
  drafts: { conversationId: 'string', text: 'string' },
  labels: { id: 'string', name: 'string' },
  personNotes: { personId: 'string', text: 'string' },
  savedSearches: { id: 'string', name: 'string', query: 'string', position: 'number' },
  snippets: { id: 'string', name: 'string', text: 'string' },
  stamps: { id: 'string', at: 'number' },
  travel: { id: 'string' },
  freshness: { accountId: 'string', succeededAt: 'number' },
  media: { url: 'string', accountId: 'string', byteSize: 'number' },
  ledger: { at: 'number', method: 'string', route: 'string' },
  quarantine: { at: 'number', route: 'string', reason: 'string' },
}

/** Whether rows of a table can be fetched again, so that one that is broken need not be kept. */
export function isRefetchable(table: string): boolean {
  return Object.hasOwn(CACHE, table)
}

/**
 * A row as code may rely on it: itself where it is sound; mended where it is the user's and only part of it is broken;
 * undefined where nothing can be made of it.
 */
export function soundRow(table: string, row: unknown): unknown {
  const shape = CACHE[table] ?? OTHERS[table]
  if (!isRow(row) || (shape && !fits(row, shape))) return undefined
  switch (table) {
    case 'accounts':
      return isNamed(row.health, 'state') && isNamed(row.import, 'stage') ? row : undefined
    case 'conversations':
      return row.preview === null || isNamed(row.preview, 'text') ? row : undefined
    case 'triage':
      return mendTriage(row)
    case 'outbox':
      return mendIntent(row)
    case 'settings':
      return mendSetting(row)
    default:
      return row
  }
}

function fits(row: Row, shape: Shape): boolean {
  for (const field in shape) if (!isOfKind(row[field], shape[field])) return false
  return true
}

function isOfKind(value: unknown, kind: Kind | undefined): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return isNumber(value)
    case 'row':
      return isRow(value)
    default:
      return Array.isArray(value) && value.every(isRow)
  }
}

function isNamed(value: unknown, field: string): boolean {
  return isRow(value) && typeof value[field] === 'string'
}
