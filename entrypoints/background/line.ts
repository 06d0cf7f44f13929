import { type Budget, type BudgetState, createBudget } from '../../lib/api/budget.ts'
import type { HttpDeps } from '../../lib/api/http/Call.ts'
import { readMemo, writeMemo } from '../../lib/browser/memo.ts'
import { readBaseUrl } from '../../lib/browser/ruleStorage.ts'
import { readKey } from '../../lib/browser/vault.ts'
import type { LedgerEntry } from '../../lib/domain/ledgerEntry.ts'

/** What was spent of the budget of requests. */
export const BUDGET_MEMO = 'budget'

/** The way to the API, which a glance and all the rest share. */
export interface Line {
  budget: Budget
  http: Omit<HttpDeps, 'onRequest' | 'reaches' | 'baseUrl'> & { baseUrl(): Promise<string> }
  now(): number
  /** Takes the ledger's lines: collected here until somebody writes them. */
  onRequest(entry: LedgerEntry): void
  /** The lines collected so far, each handed out once; with `write`, all later ones go there. */
  takeRequests(write?: (entry: LedgerEntry) => void): LedgerEntry[]
}

export function createLine(): Line {
  const now = () => Date.now()
  const budget = createBudget({
    load: async () => (await readMemo(BUDGET_MEMO)) as Partial<BudgetState> | null,
    save: (state) => writeMemo(BUDGET_MEMO, state),
    now,
  })
  const collected: LedgerEntry[] = []
  let take: (entry: LedgerEntry) => void = (entry) => void collected.push(entry)
  return {
    budget,
    now,
    http: {
      baseUrl: readBaseUrl,
      readKey,
      fetch: (input, init) => fetch(input, init),
      now,
      budget,
      isOnline: () => navigator.onLine,
    },
    onRequest: (entry) => take(entry),
    takeRequests(write) {
      if (write) take = write
      return collected.splice(0)
    },
  }
}
