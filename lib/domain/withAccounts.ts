import type { Policy } from './policy.ts'
import { isSampleAccount } from './sample.ts'

/** The policy once these accounts are known; whom it bars of others stays barred. The sample inbox is of nobody. */
export function withAccounts(policy: Policy, known: readonly { id: string; name: string }[]): Policy {
  const { accounts, barred } = policy
  if (accounts.length === 0) return { ...policy, barred: [] }
  const ids = new Set(known.map(({ id }) => id))
  const others = barred.filter((id) => !ids.has(id))
  const strangers = known.filter(
    ({ id, name }) =>
      !isSampleAccount(id) && !accounts.some((one) => one === id || plain(one) === plain(name)),
  )
  return { ...policy, barred: [...others, ...strangers.map(({ id }) => id)].toSorted() }
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
