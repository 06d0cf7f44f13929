import type { Conversation } from '../../domain/conversation.ts'
import { sameData } from '../../domain/sameData.ts'
import type { FilterWorld } from '../../domain/searchFilter.ts'
import type { SearchNames } from '../../domain/searchSuggestions.ts'
import { fold } from '../../domain/searchText.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'

/** A conversation, to be found by its title. */
export interface Titled {
  conversation: Conversation
  /** Folded. */
  title: string
}

/** What is searched beside texts. */
export interface World extends Pick<FilterWorld, 'accounts' | 'labels'> {
  conversations: ReadonlyMap<string, Titled>
  names: SearchNames
}

/** The conversations of the accounts that are switched on, newest activity first, and what filters name. */
export async function readWorld(db: Database): Promise<World> {
  const { accountsOff } = await readSettings(db)
  const [accounts, labels, rows] = await Promise.all([
    db.accounts.toArray(),
    db.labels.toArray(),
    db.conversations.toArray(),
  ])
  const conversations = new Map(
    rows
      .filter(({ accountId }) => !accountsOff.includes(accountId))
      .sort((a, b) => b.lastActivityAt - a.lastActivityAt)
      .map((conversation) => [conversation.id, { conversation, title: fold(conversation.title) }]),
  )
  const names = {
    people: [...conversations.values()].map(({ conversation }) => conversation.title),
    accounts: accounts.filter(({ id }) => !accountsOff.includes(id)).map(({ name }) => name),
    labels: labels.map(({ name }) => name),
  }
  const named = <T>(rows: readonly { id: T; name: string }[]) => rows.map(({ id, name }) => ({ id, name }))
  return { accounts: named(accounts), labels: named(labels), conversations, names }
}

/** Whether a search would answer the same from both. */
export function sameWorld(a: World, b: World): boolean {
  const rowsOf = ({ conversations }: World) =>
    [...conversations.values()].map(({ conversation }) => conversation)
  return sameData([a.accounts, a.labels, a.names, rowsOf(a)], [b.accounts, b.labels, b.names, rowsOf(b)])
}
