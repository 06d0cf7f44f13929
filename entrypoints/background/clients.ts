import type { Api } from '../../lib/api/Api.ts'
import { type Budget, type BudgetState, createBudget } from '../../lib/api/budget.ts'
import { type ApiDeps, createApi } from '../../lib/api/createApi.ts'
import { API_BASE_URL } from '../../lib/browser/apiBaseUrl.ts'
import { readMemo, writeMemo } from '../../lib/browser/memo.ts'
import { readKey, readOfferedKey } from '../../lib/browser/vault.ts'
import { inOneGo } from '../../lib/domain/inOneGo.ts'
import { noteQuarantined, noteRequests } from '../../lib/store/commits/notes.ts'
import type { Database } from '../../lib/store/database.ts'
import { isKnown } from '../../lib/store/queries/accounts.ts'

/** The client with the user's key, and the one that tries a new key, which must not touch what runs with the other. */
export function createClients(
  db: Database,
  now: () => number,
): { api: Api; trial: Api; budget: Pick<Budget, 'freeAt'> } {
  // A full disk must not stop the sync for want of its notes.
  const ignore = () => undefined
  const budget = createBudget({
    load: async () => (await readMemo('budget')) as Partial<BudgetState> | null,
    save: (state) => writeMemo('budget', state),
    now,
  })
  const shared: Omit<ApiDeps, 'readKey'> = {
    baseUrl: API_BASE_URL,
    fetch: (input, init) => fetch(input, init),
    now,
    budget,
    onRequest: inOneGo((entries) => noteRequests(db, entries).catch(ignore)),
    onRejected: (rows) => noteQuarantined(db, rows).catch(ignore),
    isOnline: () => navigator.onLine,
    reaches: (accountId) => isKnown(db, accountId),
  }
  return {
    api: createApi({ ...shared, readKey }),
    trial: createApi({ ...shared, readKey: readOfferedKey }),
    budget,
  }
}
