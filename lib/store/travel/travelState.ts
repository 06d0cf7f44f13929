import type { Snippet } from '../../domain/snippet.ts'
import type { TravelRecord } from '../../domain/travel/TravelRecord.ts'
import { recordId } from '../../domain/travel/travellers.ts'
import type { Database } from '../database.ts'
import { saveSetting } from '../intents/settings.ts'
import { readSettings } from '../queries/settings.ts'

/** How the exchange with the user's other computers stands, for this one. There from the first exchange to the last. */
export interface TravelState {
  id: 'travel'
  /** Of the last exchange, local ms; null where none worked yet. */
  exchangedAt: number | null
  /** Ids of records that the browser's synced storage has no room for. */
  leftOut: string[]
  /** The last try did not work; the next one is booked. */
  failed: boolean
}

const NEW: TravelState = { id: 'travel', exchangedAt: null, leftOut: [], failed: false }

interface Standing {
  /** Whether the user wants it, and may. */
  wanted: boolean
  /** 'joining': something of this computer may lie there, but no exchange was finished. */
  stage: 'out' | 'joining' | 'joined'
}

export async function travelStanding(db: Database): Promise<Standing> {
  const [{ travels }, state] = await Promise.all([readSettings(db), db.travel.get('travel')])
  const stage = state ? (state.exchangedAt === null ? 'joining' : 'joined') : 'out'
  return { wanted: travels, stage }
}

/** Whether there is anything to exchange, as far as this computer knows. */
export function isTravelDue(db: Database): Promise<boolean> {
  return db.transaction('r', [db.settings, db.stamps, db.travel], async () => {
    const { wanted, stage } = await travelStanding(db)
    if (!wanted || stage !== 'joined') return wanted || stage !== 'out'
    return (await db.stamps.where('told').equals(0).count()) > 0
  })
}

/** Notes, before anything is put there, that something may be. */
export async function noteJoined(db: Database): Promise<void> {
  await db.travel.put({ ...NEW, ...(await db.travel.get('travel')) })
}

/** Notes an exchange, and that the others can know of what was given; what was changed meanwhile waits for the next. */
export function noteExchanged(
  db: Database,
  given: readonly TravelRecord[],
  { exchangedAt, leftOut }: Pick<TravelState, 'exchangedAt' | 'leftOut'>,
): Promise<void> {
  const times = new Map(given.map(({ id, at }) => [id, at]))
  return db.transaction('rw', [db.stamps, db.travel], async () => {
    await db.travel.put({ ...NEW, exchangedAt, leftOut })
    const waiting = await db.stamps.where('told').equals(0).toArray()
    const told = waiting.filter(({ id, at }) => times.get(id) === at)
    if (told.length > 0) await db.stamps.bulkPut(told.map((stamp) => ({ ...stamp, told: 1 as const })))
  })
}

export async function noteTravelFailed(db: Database): Promise<void> {
  await db.travel.update('travel', { failed: true })
}

/** Nothing lies there any more, because it was turned off: here, or elsewhere, which is then so here too. */
export function noteLeft(db: Database, where: 'here' | 'elsewhere'): Promise<void> {
  return db.transaction('rw', [db.settings, db.travel], async () => {
    await db.travel.delete('travel')
    if (where === 'elsewhere') await saveSetting(db, 'travels', false)
  })
}

/** What the options say of it. */
export interface TravelReport extends Pick<TravelState, 'exchangedAt' | 'failed'> {
  /** The snippets there is no room for. */
  leftOut: Snippet[]
  /** How many other rows there is no room for. */
  others: number
}

/** Null while it is off or has not begun. */
export async function travelReport(db: Database): Promise<TravelReport | null> {
  const state = await db.travel.get('travel')
  if (!state) return null
  const left = new Set(state.leftOut)
  const snippets = (await db.snippets.toArray()).filter(({ id }) => left.has(recordId('snippets', id)))
  const { exchangedAt, failed } = state
  return { exchangedAt, failed, leftOut: snippets, others: left.size - snippets.length }
}
