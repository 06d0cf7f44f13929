import type { Account } from '../../lib/domain/account.ts'
import { companyInHeadline } from '../../lib/domain/companyInHeadline.ts'
import { namePartsOf } from '../../lib/domain/personName.ts'
import type { SnippetValues } from '../../lib/domain/snippetText.ts'

/** The one a message goes to; null where there are several, or nobody knows. */
export interface Addressee {
  name: string | null
  headline: string | null
}

/** What the blanks of a snippet are filled with; what is not certain is left out. */
export function snippetValues(addressee: Addressee | null, account: Account | undefined): SnippetValues {
  const { firstName, lastName } = namePartsOf(addressee?.name)
  const company = companyInHeadline(addressee?.headline)
  const mine = account?.firstName.trim() || namePartsOf(account?.name).firstName
  return {
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    ...(company ? { company } : {}),
    ...(mine ? { myFirstName: mine } : {}),
  }
}
