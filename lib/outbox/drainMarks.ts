import { ApiError } from '../api/ApiError.ts'
import type { Conversation } from '../domain/conversation.ts'
import { isDue } from '../domain/due.ts'
import { failureText } from '../domain/failure.ts'
import type { MarkIntent } from '../domain/intent.ts'
import { backoff } from './backoff.ts'
import { findThread } from './findThread.ts'
import type { OutboxDeps } from './OutboxDeps.ts'

const LIFE_MS = 24 * 3_600_000
/** Without a key that works no mark can be told; it waits for one however long. */
const FOR_THE_KEY = ['keyRejected', 'keyMissing']
/** The API will never take it: the endpoint or the thread is gone, or it refuses. The mark stays true here. */
const LOCAL_ONLY = ['notFound', 'refused']

/** Tells the API the marks that are due. Marks can be repeated without harm, so any doubt is another try. Those of one account go in order and wait for no other account. */
export function drainMarks(deps: OutboxDeps): Promise<void> {
  return deps.lock('outbox:marks', async () => {
    const now = deps.now()
    const rows = await deps.db.outbox.where('state').anyOf('queued', 'sending').toArray()
    const marks = rows.filter((row): row is MarkIntent => row.kind !== 'send' && isDue(row, now))
    marks.sort((a, b) => (a.id < b.id ? -1 : 1))
    const accounts = new Set(marks.map(({ accountId }) => accountId))
    const ofOne = (id: string) => marks.filter(({ accountId }) => accountId === id)
    await Promise.all([...accounts].map((id) => tellAll(deps, ofOne(id))))
  })
}

async function tellAll(deps: OutboxDeps, marks: readonly MarkIntent[]): Promise<void> {
  for (const mark of marks) await tell(deps, mark)
}

async function tell(deps: OutboxDeps, mark: MarkIntent): Promise<void> {
  try {
    const thread = await findThread(deps.db, mark)
    if (!thread) return retry(deps, mark, new ApiError({ kind: 'notFound', notDelivered: true }))
    if (!(await begin(deps, mark))) return
    await deps.ask(mark.accountId, () => call(deps, mark, thread), 'background')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (!LOCAL_ONLY.includes(error.kind)) return retry(deps, mark, error)
  }
  await deps.db.outbox.delete(mark.id)
}

/** From here on it may have been told, so that taking it back needs more than dropping it. False where it was dropped. */
async function begin(deps: OutboxDeps, mark: MarkIntent): Promise<boolean> {
  const rows = deps.db.outbox.update(mark.id, { state: 'sending' })
  // On a full disk nothing can be noted, and telling it still does no harm.
  return rows.then(
    (changed) => changed > 0,
    () => true,
  )
}

function call(deps: OutboxDeps, mark: MarkIntent, conversation: Conversation): Promise<unknown> {
  const { accountId } = mark
  // A lane of their own: reading through sixty conversations must not use up what replies and polls need.
  const options = { lane: 'mark' } as const
  if (mark.kind !== 'seen') {
    const change = mark.kind === 'unread' ? 'mark-unread' : mark.kind
    return deps.api.patchConversation({ accountId, conversationUrn: conversation.urn, change }, options)
  }
  return conversation.channel === 'salesNav'
    ? deps.api.markSalesNavRead(
        { accountId, threadId: conversation.salesNavThreadId ?? conversation.key },
        options,
      )
    : deps.api.markSeen({ accountId, conversationUrn: conversation.urn }, options)
}

async function retry(deps: OutboxDeps, mark: MarkIntent, error: ApiError): Promise<void> {
  const now = deps.now()
  const attempts = mark.attempts + 1
  const spent = now - mark.createdAt > LIFE_MS && !FOR_THE_KEY.includes(error.kind)
  // Update, not put: the user may have taken the mark back meanwhile.
  await deps.db.outbox.update(mark.id, {
    attempts,
    state: spent ? 'failed' : 'queued',
    nextAttemptAt: Math.max(error.retryAt ?? 0, now + backoff(attempts)),
    error: { kind: error.kind, text: failureText(error.toFailure()) },
  })
}
