import { type Items, isMarked, keysOf, marked, recordsIn } from '../domain/travel/items.ts'
import { pack } from '../domain/travel/pack.ts'
import { isForgotten, isToBeGiven } from '../domain/travel/TravelRecord.ts'
import type { Database } from '../store/database.ts'
import { takeRecords } from '../store/travel/takeRecords.ts'
import { noteExchanged, noteJoined, noteLeft, travelStanding } from '../store/travel/travelState.ts'

export interface ExchangeDeps {
  db: Database
  /** Local clock, ms. */
  now(): number
  /** Storage that the browser brings to the user's other computers. */
  area: {
    read(): Promise<Items>
    write(items: Items): Promise<void>
    remove(keys: string[]): Promise<void>
    clear(): Promise<void>
  }
}

/**
 * Takes over what other computers changed later, and puts there what this one did. Each computer holds all that travels and
 * says it again where it is missing, so it does not matter in which order browsers bring things, or what of them.
 * Where the user does not want it (any more), here or on another computer, nothing is left there.
 * @returns how many rows changed here
 * @throws what the browser did
 */
export async function exchange({ db, now, area }: ExchangeDeps): Promise<number> {
  const { wanted, stage } = await travelStanding(db)
  if (!wanted && stage === 'out') return 0
  const stored = await area.read()
  if (!wanted || (stage === 'joined' && !isMarked(stored))) {
    if (Object.keys(stored).length > 0) await area.clear()
    await noteLeft(db, wanted ? 'elsewhere' : 'here')
    return 0
  }
  if (stage === 'out') await noteJoined(db)
  const there = recordsIn(stored)
  const { changed, here } = await takeRecords(db, there, { now: now(), joining: stage !== 'joined' })
  const give = here.filter((record) => isToBeGiven(record, there.get(record.id), now()))
  const { set, remove, leftOut } = pack(marked(stored), give)
  const items = isMarked(stored) ? set : marked(set)
  const forgotten = [...there.values()].filter((record) => isForgotten(record, now()))
  const keys = [...remove, ...forgotten.flatMap(({ id }) => keysOf(stored, id))]
  // First, for want of room.
  if (keys.length > 0) await area.remove(keys)
  if (Object.keys(items).length > 0) await area.write(items)
  await noteExchanged(db, here, { exchangedAt: now(), leftOut })
  return changed
}
