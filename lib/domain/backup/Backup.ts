import type { Draft } from '../draft.ts'
import type { Label } from '../label.ts'
import type { PersonNote } from '../personNote.ts'
import type { SavedSearch } from '../savedSearch.ts'
import type { Settings } from '../settings.ts'
import type { Snippet } from '../snippet.ts'
import type { Triage } from '../triage.ts'

/** What the user made, without the key, the messages and whatever else can be fetched again. */
export interface UserMade {
  /** By name, those that were chosen. */
  settings: Record<string, unknown>
  labels: Label[]
  snippets: Snippet[]
  drafts: Draft[]
  triage: Triage[]
  personNotes: PersonNote[]
  savedSearches: SavedSearch[]
}

/** What a backup's file begins with. A later version that reads differently counts up. */
export const BACKUP_FORMAT = 'parley-backup'
export const BACKUP_VERSION = 1

const OF_THIS_COMPUTER: readonly string[] = [
  'connectedAt',
  'policy',
  'reachesNone',
  'travels',
  'updatedFrom',
] satisfies (keyof Settings)[]

/** Whether a setting is the user's choice, which a backup takes along, rather than how this computer stands. */
export function isChoice(key: string): boolean {
  return !OF_THIS_COMPUTER.includes(key)
}
