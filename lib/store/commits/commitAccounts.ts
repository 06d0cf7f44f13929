import { type Account, healthWhenAnswered, type ListedAccount } from '../../domain/account.ts'
import type { AccountHealth } from '../../domain/health.ts'
import { mayAsk } from '../../domain/healthAfter.ts'
import { sameData } from '../../domain/sameData.ts'
import type { Database } from '../database.ts'
import { saveSetting } from '../intents/settings.ts'
import { readChosen } from '../queries/settings.ts'
import { barStrangers } from './keepPolicy.ts'

/**
 * Stores the accounts the key reaches. Known ones keep their cursor and import; those the key no longer reaches leave
 * the cache with all their rows. What the user made stays.
 * @param whole whether these are all that the key reaches; where that is not known, no account leaves
 */
export function commitAccounts(db: Database, listed: readonly ListedAccount[], whole = true): Promise<void> {
  return db.transaction('rw', [...tablesOf(db), db.settings], async () => {
    await barStrangers(db, listed)
    if (whole) await forgetOtherAccounts(db, listed)
    const reachesNone = whole && listed.length === 0
    if ((await readChosen(db)).reachesNone !== reachesNone) await saveSetting(db, 'reachesNone', reachesNone)
    for (const [position, row] of listed.entries()) {
      const before = await db.accounts.get(row.id)
      const next: Account = { ...(before ?? newAccount()), ...row, position, health: healthOf(before, row) }
      if (!sameData(next, before)) await db.accounts.put(next)
    }
  })
}

/** Takes the accounts that are not listed, with all their rows, out of the cache. What the user made stays. */
export function forgetOtherAccounts(db: Database, listed: readonly ListedAccount[]): Promise<void> {
  return db.transaction('rw', tablesOf(db), async () => {
    const kept = new Set(listed.map(({ id }) => id))
    for (const id of await db.accounts.toCollection().primaryKeys()) {
      if (kept.has(id)) continue
      await forgetConversations(db, id)
      await db.freshness.delete(id)
      await db.accounts.delete(id)
    }
  })
}

function tablesOf(db: Database) {
  return [db.accounts, db.conversations, db.messages, db.spans, db.freshness, db.media]
}

/** Stores a change of health; equal health is not written. */
export function commitHealth(db: Database, accountId: string, health: AccountHealth): Promise<void> {
  return db.transaction('rw', [db.accounts], async () => {
    const account = await db.accounts.get(accountId)
    if (account && !sameData(account.health, health)) await db.accounts.update(accountId, { health })
  })
}

/**
 * The account was asked for and answered: whatever was wrong is over, unless it is LinkedIn that does not let it in, or a
 * pause that another call met meanwhile (a reply, say).
 * @param now local ms
 * @returns the account as it is then
 */
export function commitAnswered(db: Database, accountId: string, now: number): Promise<Account | undefined> {
  return db.transaction('rw', [db.accounts], async () => {
    const account = await db.accounts.get(accountId)
    if (!account || !mayAsk(account.health, 'send', now)) return account
    const health = healthWhenAnswered(account)
    if (!sameData(account.health, health)) await db.accounts.update(accountId, { health })
    return { ...account, health }
  })
}

/** Stores what the account's own status tells of its LinkedIn session. */
export function commitSession(db: Database, accountId: string, sessionLost: boolean): Promise<void> {
  return db.transaction('rw', [db.accounts], async () => {
    const account = await db.accounts.get(accountId)
    if (!account) return
    if (sessionLost !== account.sessionLost) await db.accounts.update(accountId, { sessionLost })
    const cut = account.health.state === 'disconnected'
    if (sessionLost || cut) await commitHealth(db, accountId, healthWhenAnswered({ ...account, sessionLost }))
  })
}

function newAccount(): Omit<Account, keyof ListedAccount | 'position' | 'health'> {
  return {
    ownerProfileId: null,
    import: {
      stage: 'waiting',
      listed: 0,
      messagesDone: 0,
      messagesTotal: 0,
    },
    cursor: null,
    silentUpTo: 0,
    sessionLost: false,
    fullSyncAskedAt: null,
    behind: [],
    gapped: [],
  }
}

// What the list says of LinkedIn decides, be it for the better; anything else that was wrong is for the next read to tell.
function healthOf(before: Account | undefined, row: ListedAccount): AccountHealth {
  const told = healthWhenAnswered({ ...row, sessionLost: before?.sessionLost ?? false })
  const { health } = before ?? {}
  return !health || told.state === 'disconnected' || health.state === 'disconnected' ? told : health
}

/**
 * The user switched an account off: its rows leave the cache, so that no list shows them. What the user made stays, and
 * switching it on imports it anew, silently.
 */
export function commitAccountOff(db: Database, accountId: string): Promise<void> {
  return db.transaction('rw', tablesOf(db), async () => {
    const account = await db.accounts.get(accountId)
    if (!account || account.import.stage === 'waiting') return
    await forgetConversations(db, accountId)
    await db.freshness.delete(accountId)
    await db.accounts.update(accountId, { ...newAccount(), sessionLost: account.sessionLost })
  })
}

async function forgetConversations(db: Database, accountId: string): Promise<void> {
  const ids = await db.conversations.where('accountId').equals(accountId).primaryKeys()
  for (const id of ids) {
    await db.messages.where('[conversationId+sentAt+key]').between([id], [id, []], true, true).delete()
    await db.spans.where('[conversationId+from]').between([id], [id, []], true, true).delete()
  }
  await db.conversations.bulkDelete(ids)
  await db.media.where('accountId').equals(accountId).delete()
}
