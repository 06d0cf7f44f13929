import type { Conversation } from '../../domain/conversation.ts'
import { sameData } from '../../domain/sameData.ts'
import { standingOf } from '../../domain/standing.ts'
import { type Triage, untouched } from '../../domain/triage.ts'
import { stepBetween, type TriageStep } from '../../domain/triageStep.ts'
import type { Database } from '../database.ts'

/** One conversation, or all those that something is done with at once. */
export type Ids = string | readonly string[]

interface Touched {
  /** As they were; those that the cache does not have are left out. */
  conversations: Conversation[]
  steps: TriageStep[]
}

/**
 * Changes the triage of conversations and their place in the lists with it. Call inside a transaction over
 * conversations and triage.
 */
export function touchConversations(
  db: Database,
  ids: Ids,
  change: (triage: Triage, conversation: Conversation) => Partial<Triage>,
): Promise<Touched> {
  return touchTriage(db, ids, (triage, conversation) => (conversation ? change(triage, conversation) : null))
}

/** As `touchConversations`, also where the cache lost the conversation and only what the user made of it is left. */
export async function touchTriage(
  db: Database,
  ids: Ids,
  change: (triage: Triage, conversation: Conversation | undefined) => Partial<Triage> | null,
): Promise<Touched> {
  const wanted = typeof ids === 'string' ? [ids] : [...new Set(ids)]
  const [rows, stored] = await Promise.all([db.conversations.bulkGet(wanted), db.triage.bulkGet(wanted)])
  const conversations: Conversation[] = []
  const steps: TriageStep[] = []
  const triages: Triage[] = []
  const moved: Conversation[] = []
  for (const [index, row] of rows.entries()) {
    const before = stored[index] ?? (row && untouched(row.id, row.accountId))
    const changed = before && change(before, row)
    if (!changed) continue
    const triage = { ...before, ...changed }
    triages.push(triage)
    steps.push(stepBetween(before, triage))
    if (!row) continue
    conversations.push(row)
    const after = { ...row, ...standingOf(row, triage) }
    // Written unchanged, it would have every list read itself again.
    if (!sameData(row, after)) moved.push(after)
  }
  // Even a write of no rows is announced to every page as one.
  await Promise.all([
    triages.length > 0 && db.triage.bulkPut(triages),
    moved.length > 0 && db.conversations.bulkPut(moved),
  ])
  return { conversations, steps }
}
