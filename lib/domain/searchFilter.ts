import type { Account } from './account.ts'
import type { Conversation } from './conversation.ts'
import type { Label } from './label.ts'
import { MARKS, SENDER } from './searchChunk.ts'
import { searchDay } from './searchDay.ts'
import type { SearchFilter } from './searchQuery.ts'
import { findTerm, fold, parseQuery, type Term } from './searchText.ts'

/** What filters look at beside the conversations. */
export interface FilterWorld {
  accounts: readonly Pick<Account, 'id' | 'name'>[]
  labels: readonly Pick<Label, 'id' | 'name'>[]
  /** Local ms. */
  now: number
}

type Looked = Pick<Conversation, 'accountId' | 'unread' | 'starred' | 'waiting' | 'labels'>

/** Whether a conversation is what all filters that concern conversations ask for. */
export function filterConversations(
  filters: readonly SearchFilter[],
  { accounts, labels }: FilterWorld,
): (conversation: Looked) => boolean {
  const asked = filters.map((filter): ((conversation: Looked) => boolean) => {
    switch (filter.kind) {
      case 'is':
        return (conversation) => isSo(conversation, filter.value)
      case 'account': {
        const ids = named(accounts, filter.value)
        return ({ accountId }) => ids.has(accountId)
      }
      case 'label': {
        const ids = named(labels, filter.value)
        return (conversation) => conversation.labels.some((id) => ids.has(id))
      }
      default:
        return () => true
    }
  })
  return (conversation) => asked.every((holds) => holds(conversation))
}

/** What messages must be, as chunks hold them. */
export interface MessageFilter {
  /** Server ms, from this on. */
  from: number
  /** Server ms, before this. */
  to: number
  /** Marks (searchChunk) that each must have. */
  marks: readonly string[]
  /** What the sender's name must hold. */
  senders: readonly Term[]
}

/** What all filters that concern messages ask for; null where none does. */
export function filterMessages(
  filters: readonly SearchFilter[],
  { now }: Pick<FilterWorld, 'now'>,
): MessageFilter | null {
  const asked = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  const marks: string[] = []
  const senders: Term[] = []
  for (const { kind, value } of filters) {
    if (kind === 'before') asked.to = Math.min(asked.to, searchDay(value, now) ?? asked.to)
    if (kind === 'after') asked.from = Math.max(asked.from, searchDay(value, now) ?? asked.from)
    if (kind === 'has') marks.push(value === 'link' ? MARKS.link : MARKS.file)
    if (kind === 'from' && value.toLowerCase() === 'me') marks.push(MARKS.own)
    else if (kind === 'from') senders.push(...parseQuery(value))
  }
  const isOpen = asked.from === Number.NEGATIVE_INFINITY && asked.to === Number.POSITIVE_INFINITY
  return isOpen && marks.length === 0 && senders.length === 0 ? null : { ...asked, marks, senders }
}

/** Whether a message is what is asked for. @param entry as chunks hold it */
export function passes(filter: MessageFilter, sentAt: number, entry: string): boolean {
  if (sentAt < filter.from || sentAt >= filter.to) return false
  const about = entry.slice(entry.lastIndexOf(SENDER) + 1)
  return (
    filter.marks.every((mark) => about.includes(mark)) &&
    filter.senders.every((term) => findTerm(about, term) >= 0)
  )
}

/** The ids of those whose names hold all words that were typed. */
function named(rows: readonly { id: string; name: string }[], typed: string): ReadonlySet<string> {
  const terms = parseQuery(typed)
  const holds = (name: string) => terms.length > 0 && terms.every((term) => findTerm(fold(name), term) >= 0)
  return new Set(rows.filter(({ name }) => holds(name)).map(({ id }) => id))
}

function isSo(conversation: Looked, what: Extract<SearchFilter, { kind: 'is' }>['value']): boolean {
  switch (what) {
    case 'unread':
      return conversation.unread === 1
    case 'starred':
      return conversation.starred === 1
    case 'waiting-me':
      return conversation.waiting === 'me'
    case 'waiting-them':
      return conversation.waiting === 'them'
  }
}
