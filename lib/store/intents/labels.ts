import type { Label } from '../../domain/label.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { type Ids, touchTriage } from './touchConversations.ts'
import { touchLocally } from './touchLocally.ts'
import type { Undo } from './undo.ts'

/** Keeps a label, new or changed. */
export async function saveLabel(db: Database, label: Label): Promise<void> {
  await db.labels.put(label)
}

/** Forgets a label and takes it off every conversation. */
export function deleteLabel(db: Database, id: string): Promise<void> {
  return db.transaction('rw', [db.labels, db.triage, db.conversations], async () => {
    await db.labels.delete(id)
    const labelled = await db.triage.where('labels').equals(id).primaryKeys()
    await touchTriage(db, labelled, (triage) => withLabel(triage, id, false))
  })
}

/** Puts a label on conversations or takes it off. Labels are local: LinkedIn is told nothing. */
export function setLabel(db: Database, ids: Ids, labelId: string, on: boolean): Promise<Undo> {
  return touchLocally(db, ids, (triage) => withLabel(triage, labelId, on))
}

function withLabel({ labels }: Triage, id: string, on: boolean): Pick<Triage, 'labels'> {
  if (labels.includes(id) === on) return { labels }
  return { labels: on ? [...labels, id].toSorted() : labels.filter((one) => one !== id) }
}
