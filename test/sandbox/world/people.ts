import { makeProfileId } from './ids'
import { NAMES, type NamePool, UNUSUAL_NAMES } from './names'
import { hash, mulberry32, pick, type Random } from './random'
import type { Person, Trade } from './types'
import { COMPANIES, ROLES, TAGLINES } from './work'

/** Latin letters and digits of a name, for a vanity slug; names in other scripts give `member`. */
export function slugOf(name: string, seed: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return `${plain.length > 2 ? plain : 'member'}-${(seed % 9000) + 1000}`
}

/** A photo address of the right host and form; it leads nowhere. */
export function pictureOf(seed: number): string {
  return `https://media.licdn.com/dms/image/v2/SANDBOX${seed.toString(36)}/profile-displayphoto-shrink_100_100/0/0?e=1&v=beta&t=made-up`
}

function weighted(random: Random): NamePool {
  const total = NAMES.reduce((sum, pool) => sum + pool.weight, 0)
  let left = random() * total
  for (const pool of NAMES) {
    left -= pool.weight
    if (left < 0) return pool
  }
  return NAMES[0] as NamePool
}

function nameFor(random: Random): Pick<Person, 'name' | 'firstName' | 'language'> {
  if (random() < 0.05) return { ...pick(random, UNUSUAL_NAMES), language: 'en' }
  const pool = weighted(random)
  const firstName = pick(random, pool.first)
  const lastName = pick(random, pool.last)
  const name = pool.familyFirst ? `${lastName}${pool.joiner ?? ''}${firstName}` : `${firstName} ${lastName}`
  // Most people write English at work, whatever their name; the others make the scripts worth testing.
  const language = random() < pool.writesOwnLanguage ? pool.language : 'en'
  return { name, firstName: pool.familyFirst && language !== 'en' ? lastName : firstName, language }
}

/** A made-up person whose job fits the trade of the account they talk to. Same seed, same person. */
export function makePerson(seed: number, trade: Trade): Person {
  const random = mulberry32(seed)
  const name = nameFor(random)
  const role = pick(random, ROLES[trade])
  const company = pick(random, COMPANIES)
  const tagline = random() < 0.35 ? ` | ${pick(random, TAGLINES)}` : ''
  return {
    ...name,
    profileId: makeProfileId(hash(seed, 'profile')),
    slug: slugOf(name.name, hash(seed, 'slug')),
    role,
    company,
    headline: `${role} at ${company}${tagline}`,
    picture: random() < 0.6 ? pictureOf(seed) : null,
    distance: random() < 0.8 ? 'DISTANCE_1' : 'DISTANCE_2',
  }
}
