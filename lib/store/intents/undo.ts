import type { MarkIntent } from '../../domain/intent.ts'
import { seenPolicyOf } from '../../domain/settings.ts'
import { type TriageStep, withoutStep } from '../../domain/triageStep.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { OPPOSITE, replaceMarks } from './replaceMarks.ts'
import { touchTriage } from './touchConversations.ts'

/** What it takes to take one deed of the user back, be it on one conversation or on many. */
export interface Undo {
  steps: TriageStep[]
  /** The marks it queued for LinkedIn, and those that were queued until then. */
  queued: MarkIntent[]
  replaced: MarkIntent[]
}

/**
 * Takes back what the user did. Marks that never went out are dropped; where one may have, LinkedIn is told the
 * opposite. What came in since stays.
 */
export function undo(db: Database, { steps, queued, replaced }: Undo, now: number): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage, db.outbox, db.settings], async () => {
    const stepOf = new Map(steps.map((step) => [step.conversationId, step]))
    await touchTriage(db, [...stepOf.keys()], (triage) => {
      const step = stepOf.get(triage.conversationId)
      return step ? withoutStep(triage, step) : null
    })
    const rows = await db.outbox.bulkGet(queued.map(({ id }) => id))
    const isUntold = (_: MarkIntent, at: number) => rows[at]?.state === 'queued' && rows[at]?.attempts === 0
    const untold = queued.filter(isUntold)
    const told = queued.filter((mark) => !untold.includes(mark))
    await db.outbox.bulkDelete(untold.map(({ id }) => id))
    const toldOf = new Set(told.map(({ conversationId }) => conversationId))
    await db.outbox.bulkPut(replaced.filter(({ conversationId }) => !toldOf.has(conversationId)))
    await tellOpposite(db, told, now)
  })
}

async function tellOpposite(db: Database, told: readonly MarkIntent[], now: number): Promise<void> {
  if (told.length === 0) return
  const settings = await readSettings(db)
  for (const mark of told) {
    const kind = OPPOSITE[mark.kind]
    // A reading is told only by those whose policy it is: the other person sees it.
    if (kind === 'seen' && seenPolicyOf(settings, mark.accountId) !== 'onReading') continue
    await replaceMarks(db, [{ id: mark.conversationId, accountId: mark.accountId }], kind, now)
  }
}
