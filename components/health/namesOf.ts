import type { Account } from '../../lib/domain/account.ts'
import { language } from '../../lib/domain/texts.ts'

/** The names of accounts, one after the other. */
export function namesOf(accounts: readonly Account[]): string {
  const list = new Intl.ListFormat(language(), { type: 'unit', style: 'short' })
  return list.format(accounts.map(({ name }) => name))
}
