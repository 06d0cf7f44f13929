import { coalesce } from '../domain/coalesce.ts'
import { isDue, NEVER } from '../domain/due.ts'
import type { Intent, SendIntent } from '../domain/intent.ts'
import { isInLine, isLate } from '../domain/scheduled.ts'
import { dropSpentFiles } from '../store/commits/commitFiles.ts'
import { joinThreads } from '../store/commits/joinThread.ts'
import { releaseScheduled } from '../store/commits/releaseScheduled.ts'
import type { Database } from '../store/database.ts'
import { drainLine, lineOf } from './drainLine.ts'
import { drainMarks } from './drainMarks.ts'
import type { OutboxDeps } from './OutboxDeps.ts'
import { look } from './reconcile.ts'

const SEND_MUST_END_MS = 30_000

export interface Outbox {
  /** Works off everything that is due. Conversations go side by side, each in its own order. */
  drain(): Promise<void>
  /**
   * Looks now for an unconfirmed reply. Gives whether it was found.
   * @throws ApiError where the thread could not be read
   */
  checkAgain(intentId: string): Promise<boolean>
}

/** The outbox of this worker. A drain during a drain of the same conversation is remembered and served after it. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const lines = new Map<string, () => Promise<void>>()
  const line = (conversationId: string) => {
    let run = lines.get(conversationId)
    if (!run) {
      run = coalesce(() => drainLine(deps, conversationId))
      lines.set(conversationId, run)
    }
    return run()
  }
  const marks = coalesce(() => drainMarks(deps))
  return {
    async drain() {
      const now = deps.now()
      await releaseScheduled(deps.db, now)
      await joinThreads(deps.db, now)
      const due = headsOf(await deps.db.outbox.toArray()).filter(
        (head) => head.state === 'sending' || isDue(head, now),
      )
      await Promise.all([marks(), ...due.map((head) => line(head.conversationId))])
      await dropSpentFiles(deps.db)
    },
    async checkAgain(intentId) {
      const intent = await deps.db.outbox.get(intentId)
      if (intent?.kind !== 'send' || intent.state !== 'unconfirmed') return false
      const found = await deps.lock(lineOf(intent.conversationId), () => look(deps, intent, 'waiting'))
      if (found) await line(intent.conversationId)
      return found
    },
  }
}

/** The replies that stand at the head of their lines: only these can move. */
function headsOf(live: readonly Intent[]): SendIntent[] {
  const heads = new Map<string, SendIntent>()
  for (const row of live) {
    if (row.kind !== 'send' || !isInLine(row)) continue
    const head = heads.get(row.conversationId)
    if (!head || row.id < head.id) heads.set(row.conversationId, row)
  }
  return [...heads.values()]
}

/** The next local time (ms) at which something in the outbox is due, or null. */
export async function nextDue(db: Database, now: number): Promise<number | null> {
  const rows = await db.outbox.toArray()
  const dueAt = (row: Intent) => (isDue(row, now) ? now : row.nextAttemptAt)
  const times = [
    ...rows.flatMap((row) => {
      if (row.kind !== 'send' || row.state !== 'scheduled' || isLate(row, now)) return []
      return [Math.max(now, row.dueAt ?? now)]
    }),
    ...headsOf(rows).flatMap((head) => {
      // In flight here, or orphaned: worth a look once the send must have ended.
      if (head.state === 'sending') return [now + SEND_MUST_END_MS]
      return head.state === 'failed' ? [] : [dueAt(head)]
    }),
    ...rows.flatMap((row) => (row.kind !== 'send' && row.state !== 'failed' ? [dueAt(row)] : [])),
  ].filter((at) => at !== NEVER)
  return times.length > 0 ? Math.min(...times) : null
}
