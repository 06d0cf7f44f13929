/** One row as it travels. */
export interface TravelRecord {
  /** Table and key (`recordId`). */
  id: string
  /** When it was last changed, local ms of the computer that did; 0 where it was before anybody noted that. */
  at: number
  /** The row without its key; null where it was deleted; undefined where it did not arrive whole. */
  content: object | null | undefined
}

/** How long a deletion is told to computers that did not hear of it yet, and how long it is remembered (ms). */
const TOLD_MS = 90 * 86_400_000
const REMEMBERED_MS = 2 * TOLD_MS

/**
 * Whether a record is newer than another of the same row. Of two changed in the same moment all computers must choose the
 * same: what is there before what was deleted, then by its text.
 */
export function isNewer(one: TravelRecord, other: TravelRecord | undefined): boolean {
  if (!other) return true
  if (one.at !== other.at) return one.at > other.at
  return rank(one) > rank(other)
}

/** Whether a record of here is to be put where the others look for it. */
export function isToBeGiven(here: TravelRecord, there: TravelRecord | undefined, now: number): boolean {
  if (!there) return here.content !== null || here.at > now - TOLD_MS
  return isNewer(here, there)
}

/** Whether a deletion was so long ago that nobody needs to know of it any more. */
export function isForgotten({ content, at }: TravelRecord, now: number): boolean {
  return content === null && at < now - REMEMBERED_MS
}

/** What did not arrive whole is replaced by whoever has it. */
function rank({ content }: TravelRecord): string {
  if (content === undefined) return ''
  return content === null ? '0' : `1${JSON.stringify(content)}`
}
