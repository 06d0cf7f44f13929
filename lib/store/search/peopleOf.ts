import type { SearchAnswer } from '../../domain/searchAnswer.ts'
import { findTerm, type Term } from '../../domain/searchText.ts'
import type { Titled } from './readWorld.ts'

/** By their title. */
const MOST = 5

/**
 * The conversations that an answer shows.
 * @param conversations that the filters let through, newest activity first
 * @param terms none where messages are asked for that no title can be
 */
export function peopleOf(
  conversations: readonly Titled[],
  asks: SearchAnswer['asks'],
  terms: readonly Term[],
  limit: number,
): Titled[] {
  if (asks === 'conversations') return conversations.slice(0, limit)
  if (asks === 'nothing' || terms.length === 0) return []
  const people: Titled[] = []
  for (const one of conversations) {
    if (terms.every((term) => findTerm(one.title, term) >= 0)) people.push(one)
    if (people.length === MOST) break
  }
  return people
}
