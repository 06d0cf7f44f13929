import { isVisible } from './text.ts'

const TITLES = /^(?:dr|prof|mr|mrs|ms|mx|sir|dame|rev|ing|dipl|mag|herr|frau|dott|dra|sr|sra)\.?$/i
/** Words that belong to the last name that follows them. */
const PARTICLES =
  /^(?:van|von|der|den|de|del|della|da|das|dos|di|du|la|le|ter|ten|af|av|al|el|bin|ibn|bint|ben|st\.?)$/i
/** Scripts in which the family name may stand first, or nothing stands between the two. */
const FAMILY_FIRST = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u
const INITIAL = /^\p{L}\.?$/u

/** The parts of a name that one can address somebody by; null where the name does not tell for certain. */
export interface NameParts {
  firstName: string | null
  lastName: string | null
}

/** First and last name of a person: titles before and degrees after it left out. */
export function namePartsOf(name: string | null | undefined): NameParts {
  const nobody: NameParts = { firstName: null, lastName: null }
  const own = (name ?? '').split(/[,|(/·•"“]/u)[0]?.trim() ?? ''
  if (!isVisible(own) || FAMILY_FIRST.test(own) || own === 'LinkedIn member') return nobody
  const words = own.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  while (words[0] && TITLES.test(words[0])) words.shift()
  const [first] = words
  if (first === undefined) return nobody
  let start = words.length - 1
  while (start > 1 && PARTICLES.test(words[start - 1] ?? '')) start--
  const last = words.slice(start).join(' ')
  return {
    firstName: INITIAL.test(first) ? null : first,
    lastName: words.length > 1 && !INITIAL.test(last) ? last : null,
  }
}
