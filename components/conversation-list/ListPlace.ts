/** Where the user is in a list: kept beside it, so that a conversation that covers it knows its neighbours. */
export interface ListPlace {
  /** The conversations of the list, as they were when it was last on the page. */
  ids: readonly string[]
  /** Which of them is open, or was last; -1 for none. */
  at: number
}

export const NO_PLACE: ListPlace = { ids: [], at: -1 }

/** The conversation some steps from another in the list; null where there is none. */
export function besideInList(place: ListPlace, id: string, steps: number): string | null {
  const at = place.ids.indexOf(id)
  return at === -1 ? null : (place.ids[at + steps] ?? null)
}

/** Where to go on in a list that may have lost rows since: at the same place, or what came after it, or before. */
export function whereToGoOn(place: ListPlace, ids: readonly string[]): string | null {
  if (place.at < 0) return null
  const after = place.ids.slice(place.at).find((id) => ids.includes(id))
  return after ?? place.ids.slice(0, place.at).findLast((id) => ids.includes(id)) ?? null
}

/** The same place in a list that has changed since. */
export function placeIn(ids: readonly string[], place: ListPlace): ListPlace {
  const id = whereToGoOn(place, ids)
  return { ids, at: id === null ? -1 : ids.indexOf(id) }
}
