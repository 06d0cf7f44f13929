import { API_BASE_URL } from '../../lib/browser/apiBaseUrl.ts'
import { obeyRule } from '../../lib/browser/keyChange.ts'
import { readManaged } from '../../lib/browser/managed.ts'
import { writeRule } from '../../lib/browser/writeRule.ts'
import { coalesce } from '../../lib/domain/coalesce.ts'
import { readPolicy } from '../../lib/domain/readPolicy.ts'
import { keepPolicy } from '../../lib/store/commits/keepPolicy.ts'
import type { Database } from '../../lib/store/database.ts'

/** A browser that is starting can take seconds to say what is decided; until it does, what it said last holds. */
const PATIENCE_MS = 3_000

/**
 * Takes over what the organization decides: as a row for all that reads settings, beside the key for what works without
 * the database. The key is kept accordingly from then on.
 */
export async function obey(db: Database): Promise<void> {
  const policy = readPolicy(await readManaged(), API_BASE_URL)
  await Promise.all([writeRule(policy).then(obeyRule), keepPolicy(db, policy)])
}

/** Obeys at once, and anew whenever asked to; what fails is tried again by the next worker. */
export function startObeying(db: Database) {
  // One at a time: what was decided earlier must not hold last.
  const inTurn = coalesce(() => obey(db).catch(() => undefined))
  const inTime = () => Promise.race([inTurn(), new Promise<void>((over) => setTimeout(over, PATIENCE_MS))])
  let holds = inTime()
  return {
    anew(): Promise<void> {
      holds = inTime()
      return holds
    },
    /** Settled once what is decided holds, before which nothing is read or sent. */
    holds: () => holds,
  }
}
