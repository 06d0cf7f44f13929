import type { Account } from '../../lib/domain/account.ts'
import { counted, numberText, text } from '../../lib/domain/texts.ts'

export interface ImportLine {
  text: string
  /** 0 to 1; null while nobody knows how much there is. */
  fraction: number | null
}

/** How far the first import has come over all accounts, or null when it is over. */
export function importText(accounts: readonly Account[]): ImportLine | null {
  const running = accounts.filter((account) => account.import.stage !== 'done')
  if (running.length === 0) return null
  const listed = sum(accounts, (account) => account.import.listed)
  if (running.some((account) => account.import.stage === 'messages') && running.every(isPastListing)) {
    const total = sum(accounts, (account) => account.import.messagesTotal)
    const done = sum(accounts, (account) => account.import.messagesDone)
    return {
      text: text('health_importProgress', { done: numberText(done), total: numberText(total) }),
      fraction: total > 0 ? Math.min(1, done / total) : null,
    }
  }
  if (listed > 0) return { text: counted('health_importFound', listed), fraction: null }
  const preparing = running.some((account) => account.import.stage === 'preparing')
  return {
    text: text(preparing ? 'health_preparing' : 'health_import'),
    fraction: null,
  }
}

function isPastListing({ import: { stage } }: Account): boolean {
  return stage === 'messages' || stage === 'done'
}

function sum(accounts: readonly Account[], count: (account: Account) => number): number {
  return accounts.reduce((total, account) => total + count(account), 0)
}
