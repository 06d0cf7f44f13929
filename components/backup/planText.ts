import type { UserMade } from '../../lib/domain/backup/Backup.ts'

const COUNTED = [
  ['labels', 'label', 'labels'],
  ['snippets', 'snippet', 'snippets'],
  ['personNotes', 'note', 'notes'],
  ['savedSearches', 'saved search', 'saved searches'],
  ['drafts', 'draft', 'drafts'],
] as const

/** What restoring would do, a line each. */
export function planText(plan: UserMade): string[] {
  const lines = COUNTED.flatMap(([table, one, many]) => {
    const count = plan[table].length
    return count === 0 ? [] : [`add ${count.toLocaleString()} ${count === 1 ? one : many}`]
  })
  const touched = plan.triage.length
  if (touched > 0)
    lines.push(
      `give ${touched.toLocaleString()} ${touched === 1 ? 'conversation' : 'conversations'} back what you made of them: stars, labels, done, snoozed, muted, read`,
    )
  const settings = Object.keys(plan.settings).length
  if (settings > 0) lines.push(`change ${settings} ${settings === 1 ? 'setting' : 'settings'}`)
  return lines
}
