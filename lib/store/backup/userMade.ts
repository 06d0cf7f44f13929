import type { Table } from 'dexie'
import { isChoice, type UserMade } from '../../domain/backup/Backup.ts'
import { planRestore } from '../../domain/backup/planRestore.ts'
import { standingOf } from '../../domain/standing.ts'
import type { Database } from '../database.ts'

const TABLES = ['labels', 'snippets', 'drafts', 'triage', 'personNotes', 'savedSearches'] as const

/** What the user made, as it is now. */
export function readUserMade(db: Database): Promise<UserMade> {
  return db.transaction('r', tablesOf(db), () => snapshot(db))
}

/**
 * Adds what a backup has and this computer has not (`planRestore`), all of it or nothing.
 * @returns what was written
 */
export function restoreUserMade(db: Database, backup: UserMade): Promise<UserMade> {
  return db.transactionWithRoom('rw', [...tablesOf(db), db.conversations], async () => {
    const plan = planRestore(backup, await snapshot(db))
    const { settings, ...rows } = plan
    await db.settings.bulkPut(Object.entries(settings).map(([key, value]) => ({ key, value })))
    for (const name of TABLES) {
      await db.table(name).bulkPut(rows[name])
    }
    const moved = await db.conversations.bulkGet(plan.triage.map((row) => row.conversationId))
    for (const [at, conversation] of moved.entries()) {
      const triage = plan.triage[at]
      if (conversation && triage)
        await db.conversations.put({ ...conversation, ...standingOf(conversation, triage) })
    }
    return plan
  })
}

async function snapshot(db: Database): Promise<UserMade> {
  const settings = (await db.settings.toArray()).filter(({ key }) => isChoice(key))
  const rows = await Promise.all(TABLES.map(async (name) => [name, await db.table(name).toArray()] as const))
  return {
    ...(Object.fromEntries(rows) as Omit<UserMade, 'settings'>),
    settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])),
  }
}

function tablesOf(db: Database): Table[] {
  return [db.settings, ...TABLES.map((name) => db.table(name))]
}
