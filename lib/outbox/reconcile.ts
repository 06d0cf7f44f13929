import { ApiError } from '../api/ApiError.ts'
import { NEVER } from '../domain/due.ts'
import type { Recipient } from '../domain/firstMessage.ts'
import type { SendIntent } from '../domain/intent.ts'
import type { Lane } from '../domain/lane.ts'
import { isFullError } from '../domain/storageTrouble.ts'
import { noteMiss, settleSend } from '../store/commits/commitSend.ts'
import { backoff } from './backoff.ts'
import { findThread, isAccountReached } from './findThread.ts'
import { joinIfThere } from './joinIfThere.ts'
import type { OutboxDeps } from './OutboxDeps.ts'

const BETWEEN_LOOKS_MS = 20_000
const LOOKS = 2
/** As after so many tries: it takes a while until there is another key. */
const WITHOUT_KEY = 10

/** Looks for a reply whose fate is unknown; where the thread cannot be read now, later. */
export async function reconcile(deps: OutboxDeps, intent: SendIntent): Promise<void> {
  try {
    await look(deps, intent, 'background')
  } catch (error) {
    if (!(error instanceof ApiError) && !isFullError(error)) throw error
    const failure = error instanceof ApiError ? error : null
    // Where its account is gone nobody looks; should it come back, whatever reads the thread finds the reply.
    const tries = failure?.kind === 'keyRejected' ? WITHOUT_KEY : 2
    const nextAttemptAt =
      failure?.kind === 'accountGone' ? NEVER : Math.max(failure?.retryAt ?? 0, deps.now() + backoff(tries))
    await settleSend(deps.db, intent.id, 'unconfirmed', { error: intent.error, nextAttemptAt })
  }
}

/**
 * One look into the thread, for which its line must be held. Storing what was read finds the reply, if it is there.
 * After two looks without it, at least 20 s apart, it is left to the user; a later read can still find it.
 * @returns true when it was found
 * @throws ApiError where the thread cannot be read: that says nothing about the reply
 */
export async function look(deps: OutboxDeps, intent: SendIntent, lane: Lane): Promise<boolean> {
  if (intent.to) return lookForThread(deps, intent, intent.to, lane)
  // A look that cannot be had is no miss.
  if (!(await findThread(deps.db, intent))) throw new ApiError({ kind: 'notFound', notDelivered: true })
  await deps.readThread(intent.conversationId, { sync: true, lane })
  const left = await deps.db.outbox.get(intent.id)
  if (left?.kind !== 'send' || left.state !== 'unconfirmed') return true
  await miss(deps, left)
  return false
}

/** A first message is found by its thread being there: then it is looked for in it as a reply is. */
async function lookForThread(
  deps: OutboxDeps,
  intent: SendIntent,
  to: Recipient,
  lane: Lane,
): Promise<boolean> {
  if (!(await isAccountReached(deps.db, intent.accountId))) {
    throw new ApiError({ kind: 'notFound', notDelivered: true })
  }
  if (await joinIfThere(deps, intent, to, lane)) return (await deps.db.outbox.get(intent.id)) === undefined
  await miss(deps, intent)
  return false
}

async function miss(deps: OutboxDeps, intent: SendIntent): Promise<void> {
  const now = deps.now()
  const nextLookAt = intent.misses + 1 >= LOOKS ? NEVER : now + BETWEEN_LOOKS_MS
  await noteMiss(deps.db, intent.id, now, nextLookAt)
}
