import { sameData } from '../sameData.ts'
import type { Triage } from '../triage.ts'
import { isChoice, type UserMade } from './Backup.ts'

/**
 * What restoring a backup would write. It adds what is missing and takes the settings over; whatever else is here stays
 * as it is, so that no restore costs anything that was made since. Doing it twice writes nothing the second time.
 */
export function planRestore(backup: UserMade, here: UserMade): UserMade {
  const labelId = labelIds(backup, here)
  const known = new Map(here.triage.map((row) => [row.conversationId, row]))
  return {
    settings: changedSettings(backup.settings, here.settings),
    // One of the same name is the same label, whatever its id.
    labels: backup.labels.filter(
      ({ id }) => labelId.get(id) === id && !here.labels.some((one) => one.id === id),
    ),
    snippets: missing(backup.snippets, here.snippets, ({ name, text }) => `${name}\n${text}`),
    drafts: missingBy(backup.drafts, here.drafts, ({ conversationId }) => conversationId),
    triage: backup.triage.flatMap((row) => {
      const mapped = { ...row, labels: [...new Set(row.labels.map((id) => labelId.get(id) ?? id))] }
      const before = known.get(row.conversationId)
      const after = before ? merged(before, mapped) : mapped
      return before && sameData(after, before) ? [] : [after]
    }),
    personNotes: missingBy(backup.personNotes, here.personNotes, ({ personId }) => personId),
    savedSearches: missing(backup.savedSearches, here.savedSearches, ({ query }) => query),
  }
}

/** Whether there is nothing to restore. */
export function isEmptyPlan(plan: UserMade): boolean {
  const { settings, ...tables } = plan
  return Object.keys(settings).length === 0 && Object.values(tables).every((rows) => rows.length === 0)
}

function changedSettings(from: UserMade['settings'], here: UserMade['settings']): UserMade['settings'] {
  const changed = Object.entries(from).filter(([key, value]) => isChoice(key) && !sameData(value, here[key]))
  return Object.fromEntries(changed)
}

/** The id each label of the backup has here. */
function labelIds(backup: UserMade, here: UserMade): Map<string, string> {
  const byName = new Map(here.labels.map(({ id, name }) => [name.trim().toLowerCase(), id]))
  const ids = new Set(here.labels.map(({ id }) => id))
  return new Map(
    backup.labels.map(({ id, name }) => [
      id,
      ids.has(id) ? id : (byName.get(name.trim().toLowerCase()) ?? id),
    ]),
  )
}

function missingBy<T>(rows: readonly T[], here: readonly T[], key: (row: T) => string): T[] {
  const known = new Set(here.map(key))
  return rows.filter((row) => !known.has(key(row)))
}

/** Those that are not here, neither by id nor by what they say. */
function missing<T extends { id: string }>(
  rows: readonly T[],
  here: readonly T[],
  says: (row: T) => string,
): T[] {
  return missingBy(
    missingBy(rows, here, ({ id }) => id),
    here,
    says,
  )
}

/** What was read or told stays so; what was put away, and until when, is as it is here unless nobody did anything. */
function merged(here: Triage, backup: Triage): Triage {
  const isTouched = here.doneUpTo !== null || here.snoozedUntil !== null || here.remindAt !== null
  const { doneUpTo, snoozedUntil, remindAt, remindSince } = backup
  return {
    ...here,
    ...(isTouched ? {} : { doneUpTo, snoozedUntil, remindAt, remindSince }),
    readUpTo: Math.max(here.readUpTo, backup.readUpTo),
    readAt: Math.max(here.readAt, backup.readAt),
    notifiedUpTo: Math.max(here.notifiedUpTo, backup.notifiedUpTo),
    starred: here.starred || backup.starred,
    muted: here.muted || backup.muted,
    labels: [...new Set([...here.labels, ...backup.labels])],
  }
}
