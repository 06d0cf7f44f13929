import { API_BASE_URL } from '../../lib/browser/apiBaseUrl.ts'
import { obeyRule } from '../../lib/browser/keyChange.ts'
import { readManaged } from '../../lib/browser/managed.ts'
import { writeRule } from '../../lib/browser/writeRule.ts'
import { readPolicy } from '../../lib/domain/readPolicy.ts'
import { keepPolicy } from '../../lib/store/commits/keepPolicy.ts'
import type { Database } from '../../lib/store/database.ts'

/**
 * Takes over what the organization decides: as a row for all that reads settings, beside the key for what works without
 * the database. The key is kept accordingly from then on.
 */
export async function obey(db: Database): Promise<void> {
  const policy = readPolicy(await readManaged(), API_BASE_URL)
  await writeRule(policy)
  await obeyRule()
  await keepPolicy(db, policy)
}
