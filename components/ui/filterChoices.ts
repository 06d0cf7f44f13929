import fuzzysort from 'fuzzysort'
import type { Choice, ChoiceGroup } from './FilterList.tsx'

/** What is less like the query than this is no answer to it. */
const LIKENESS = 0.2

/**
 * Groups narrowed down to what a query may mean, best match first; letters may be left out, accents and case do not
 * matter. A group with a better match goes first. An empty query leaves all as it is.
 */
export function filterChoices(groups: readonly ChoiceGroup[], query: string, limit: number): ChoiceGroup[] {
  const asked = query.trim()
  const cut = groups.map(({ name, items }) => ({ name, items: items.slice(0, limit) }))
  if (asked === '') return cut.filter(({ items }) => items.length > 0)
  return groups
    .map(({ name, items, last = false }) => {
      const found = fuzzysort.go<Choice>(asked, items, {
        keys: [(choice) => choice.name, (choice) => choice.words ?? ''],
        threshold: LIKENESS,
        limit,
      })
      return { last, score: found[0]?.score ?? 0, group: { name, items: found.map(({ obj }) => obj) } }
    })
    .filter(({ group }) => group.items.length > 0)
    .sort((a, b) => Number(a.last) - Number(b.last) || b.score - a.score)
    .map(({ group }) => group)
}
