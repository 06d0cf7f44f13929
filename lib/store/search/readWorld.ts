import type { Conversation } from '../../domain/conversation.ts'
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
  return { accounts, labels, conversations, names }
}
