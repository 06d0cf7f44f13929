import type { UserMade } from '../../lib/domain/backup/Backup.ts'
import { counted } from '../../lib/domain/texts.ts'

const COUNTED = ['labels', 'snippets', 'personNotes', 'savedSearches', 'drafts'] as const

/** What restoring would do, a line each. */
export function planText(plan: UserMade): string[] {
  const lines = COUNTED.flatMap((table) => {
    const count = plan[table].length
    return count === 0 ? [] : [counted(`backup_added_${table}`, count)]
  })
  const touched = plan.triage.length
  if (touched > 0) lines.push(counted('backup_broughtBack', touched))
  const settings = Object.keys(plan.settings).length
  if (settings > 0) lines.push(counted('backup_changedSettings', settings))
  return lines
}
