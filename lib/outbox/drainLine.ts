import { isDue } from '../domain/due.ts'
import type { SendIntent } from '../domain/intent.ts'
import { isInLine } from '../domain/scheduled.ts'
import { releaseHeld, settleSend } from '../store/commits/commitSend.ts'
import { sendsOf } from '../store/queries/thread.ts'
import { attemptSend } from './attemptSend.ts'
import type { OutboxDeps } from './OutboxDeps.ts'
import { reconcile } from './reconcile.ts'

/**
 * Works off the replies of one conversation, in the order they were written, while it holds the conversation's lock.
 * The head holds its line: while it waits, failed or is in doubt, nothing behind it goes out.
 */
export function drainLine(deps: OutboxDeps, conversationId: string): Promise<void> {
  return deps.lock(lineOf(conversationId), async () => {
    await settleOrphans(deps, conversationId)
    for (;;) {
      const head = (await sendsOf(deps.db, conversationId)).find(isInLine)
      if (!head || !isDue(head, deps.now())) return
      if (head.state === 'held') await releaseHeld(deps.db, head.id, deps.now())
      else if (head.state === 'queued') await attemptSend(deps, head)
      else if (head.state === 'unconfirmed') await reconcile(deps, head)
      else return
    }
  })
}

/** The lock whose holder alone moves the replies of a conversation. */
export function lineOf(conversationId: string): string {
  return `outbox:${conversationId}`
}

/** A reply found "sending" while we hold the lock was being sent by a worker that died: nobody knows how far it came. */
async function settleOrphans(deps: OutboxDeps, conversationId: string): Promise<void> {
  const sends: SendIntent[] = await sendsOf(deps.db, conversationId)
  for (const orphan of sends.filter((send) => send.state === 'sending')) {
    await settleSend(deps.db, orphan.id, 'unconfirmed', { error: null, nextAttemptAt: deps.now() })
  }
}
