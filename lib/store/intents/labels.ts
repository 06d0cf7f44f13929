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

/** What a deleted label was, and the ids of the conversations that had it. */
interface DeletedLabel {
  label: Label
  conversationIds: string[]
}

/** Forgets a label and takes it off every conversation; gives what it takes to restore it. */
export function deleteLabel(db: Database, label: Label): Promise<DeletedLabel> {
  return db.transaction('rw', [db.labels, db.triage, db.conversations], async () => {
    await db.labels.delete(label.id)
    const conversationIds = await db.triage.where('labels').equals(label.id).primaryKeys()
    await touchTriage(db, conversationIds, (triage) => withLabel(triage, label.id, false))
    return { label, conversationIds }
  })
}

/** Brings a deleted label back, onto the conversations that had it. */
export function restoreLabel(db: Database, { label, conversationIds }: DeletedLabel): Promise<void> {
  return db.transaction('rw', [db.labels, db.triage, db.conversations], async () => {
    await db.labels.put(label)
    await touchTriage(db, conversationIds, (triage) => withLabel(triage, label.id, true))
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
