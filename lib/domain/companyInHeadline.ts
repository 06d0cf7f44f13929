/** What stands before "at" where the rest is no company, or not theirs any more. */
const NOT_THERE =
  /\b(?:ex|former|formerly|previously|past|retired|student|alum\w*|looking|seeking|open|available|good|great|best|expert|based|aimed|excel\w*)\b/i
/** Where a name ends that has more after it. */
const END = /\s+[-–—|·•:]\s*|[|·•,;()/]|\s{2,}/u
const LONGEST = 60

/**
 * The company of a headline such as "Head of Data at Northwind | Speaker", or null where it does not say for certain:
 * a wrong company in a message is worse than none.
 */
export function companyInHeadline(headline: string | null | undefined): string | null {
  const parts = (headline ?? '').split(/\s+at\s+|\s*@\s*/i)
  const [role = '', rest = ''] = parts
  if (parts.length !== 2 || role.trim() === '' || NOT_THERE.test(role)) return null
  const company = (rest.split(END)[0] ?? '').trim().replace(/[.!]+$/, '')
  // A name begins with a capital, a digit, or in a script that has no capitals.
  return company.length <= LONGEST && /^[\p{Lu}\p{Lo}\p{N}]/u.test(company) ? company : null
}
