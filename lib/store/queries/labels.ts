import type { Label } from '../../domain/label.ts'
import type { Database } from '../database.ts'

/** All labels, by name. */
export function allLabels(db: Database): Promise<Label[]> {
  return db.labels.toArray().then((rows) => rows.sort((a, b) => a.name.localeCompare(b.name)))
}
