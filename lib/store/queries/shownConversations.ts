import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Database } from '../database.ts'
import { allAccounts } from './accounts.ts'
import { countUnread, type ListRequest, listConversations } from './conversations.ts'
import { readSettings } from './settings.ts'

/** As `listConversations`, without the accounts the user switched off. Still reads at most `limit` rows an account. */
export async function shownConversations(db: Database, request: ListRequest): Promise<Conversation[]> {
  const { accountsOff } = await readSettings(db)
  if (request.accountId !== null || accountsOff.length === 0) return listConversations(db, request)
  const lists = await Promise.all(
    (await shownAccounts(db)).map((account) => listConversations(db, { ...request, accountId: account.id })),
  )
  return lists
    .flat()
    .sort((a, b) => b.lastActivityAt - a.lastActivityAt)
    .slice(0, request.limit)
}

/** The accounts the user did not switch off, in the order of the API. */
export async function shownAccounts(db: Database): Promise<Account[]> {
  const { accountsOff } = await readSettings(db)
  return (await allAccounts(db)).filter((account) => !accountsOff.includes(account.id))
}

/** How many conversations are unread in the accounts that are switched on. */
export async function countShownUnread(db: Database): Promise<number> {
  const counts = await Promise.all((await shownAccounts(db)).map(({ id }) => countUnread(db, id)))
  return counts.reduce((sum, count) => sum + count, 0)
}
