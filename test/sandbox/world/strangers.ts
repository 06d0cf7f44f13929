import { makePerson } from './people'
import { hash } from './random'
import type { Account, Person } from './types'
import type { World } from './world'

/** Somebody by slug or profile id, whom nobody needs to have met: the same name is always the same person. */
export function strangerCalled(world: World, owner: Account, who: string): Person {
  const met = world.conversations().flatMap(({ people }) => people)
  const known = [...met, ...world.strangers].find(({ profileId, slug }) => [profileId, slug].includes(who))
  if (known) return known
  const person = makePerson(hash(world.seed, 'stranger', who), owner.trade)
  const named = who.startsWith('ACoAA') ? { ...person, profileId: who } : { ...person, slug: who }
  world.strangers.push(named)
  return named
}
