import { keyOf, normaliseProfileId, sentAtFromKey } from '../../domain/urn.ts'

const THREAD_LINK = /\/messaging\/thread\/([^/?#]+)/
/** What generated samples have in the place of any text. */
const PLACEHOLDER = /^(string|null|undefined)$/i
const PROFILE_LINK = /\/in\/([^/?#]+)/

/** Longer than any id. */
export const LONGEST_ID = 500

/** The values that can be ids; samples have whole sentences where ids belong (contract 8.27). */
export function usableIds(values: readonly (string | null)[]): string[] {
  return values.filter((value): value is string => {
    return (
      value !== null &&
      /^\S{1,500}$/.test(value) &&
      keyOf(value) !== '' &&
      !value.startsWith('urn:li:example:') &&
      !PLACEHOLDER.test(value)
    )
  })
}

/** The thread key in a web link to a thread (contract 0.4), or null. */
export function keyInThreadLink(link: string | null): string | null {
  const key = link && THREAD_LINK.exec(link)?.[1]
  return key ? decoded(key) : null
}

/**
 * The profile id among several spellings of it: an opaque `ACoAA…` if there is one, else the first slug or number
 * (contract 8.6).
 */
export function profileIdOf(values: readonly (string | null)[]): string | null {
  const ids = values.map((value) => normaliseProfileId(value && (PROFILE_LINK.exec(value)?.[1] ?? value)))
  const usable = ids.filter((id) => id !== null && id.length <= LONGEST_ID)
  return usable.find((id) => id?.startsWith('ACoAA')) ?? usable.find((id) => id) ?? null
}

/** First and last name as one, or null where there is neither. */
export function joinedName(first: string | null, last: string | null): string | null {
  return [first, last].filter(Boolean).join(' ') || null
}

/** The first send time that the keys of the ids carry, ms (contract 0.4). */
export function sentAtFromIds(ids: readonly string[]): number | null {
  for (const id of ids) {
    const at = sentAtFromKey(keyOf(id))
    if (at !== null) return at
  }
  return null
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
