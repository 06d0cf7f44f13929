import type { SendAnswer } from '../api/Api.ts'
import { ApiError } from '../api/ApiError.ts'
import type { Conversation } from '../domain/conversation.ts'
import { NEVER } from '../domain/due.ts'
import { failureText } from '../domain/failure.ts'
import type { UploadedFile } from '../domain/file.ts'
import type { Recipient } from '../domain/firstMessage.ts'
import type { IntentError, SendIntent } from '../domain/intent.ts'
import { isOff } from '../domain/policy.ts'
import { isFullError } from '../domain/storageTrouble.ts'
import { text } from '../domain/texts.ts'
import { forgetUploads } from '../store/commits/commitFiles.ts'
import { beginSend, commitSent, settleSend } from '../store/commits/commitSend.ts'
import { readSettings } from '../store/queries/settings.ts'
import { backoff } from './backoff.ts'
import { findThread, isAccountReached } from './findThread.ts'
import { joinIfThere } from './joinIfThere.ts'
import type { OutboxDeps } from './OutboxDeps.ts'
import { UploadError, uploadFiles } from './uploadFiles.ts'

const FIRST_LOOK_MS = 3_000

/** Failures of the look before the send that mean nothing can be sent now; others do not stop a send. */
const WAIT_FOR = ['offline', 'timeout', 'rateLimited', 'budget', 'keyMissing']
/** Failures of an upload after which it is tried again by itself; a slow line would be slow again. */
const UPLOAD_LATER = WAIT_FOR.filter((kind) => kind !== 'timeout')
/** How soon (ms) a look is worth it whether a file is stored by now. */
const STORING_MS = 2_000
const GIVE_BACK = ['accountGone', 'keyRejected', 'subscriptionNeeded', 'disconnected', 'permissionMissing']

/**
 * One attempt at the reply at the head of a line. Before it is posted, the thread is read: that proves the API can be
 * reached, so that a reply written offline waits instead of becoming doubtful, and it draws the line behind which the
 * reply would be found again. One that was posted before may have arrived since, which LinkedIn is the first to know.
 * Whatever happens ends up in the row.
 */
export async function attemptSend(deps: OutboxDeps, intent: SendIntent): Promise<void> {
  if (intent.to) return attemptFirst(deps, intent, intent.to)
  const thread = await threadFor(deps, intent)
  if (!thread) return
  try {
    await deps.readThread(intent.conversationId, { sync: intent.knownUpTo !== null, lane: 'send' })
  } catch (error) {
    // Where the disk is too full to keep what was read, the API was reached, and that is what counts.
    if (!(error instanceof ApiError) && !isFullError(error)) throw error
    if (error instanceof ApiError && WAIT_FOR.includes(error.kind)) return wait(deps, intent, error)
    if (error instanceof ApiError && GIVE_BACK.includes(error.kind)) return fail(deps, intent.id, error)
  }
  const files = await filesFor(deps, intent)
  if (!files) return
  const sending = await beginSend(deps.db, intent, deps.now())
  if (!sending) return
  let answer: SendAnswer
  try {
    answer = await deps.ask(intent.accountId, () => post(deps, sending, thread, files), 'send')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return settle(deps, sending, error)
  }
  await commitSent(deps.db, intent.id, answer.message)
}

/**
 * As above for somebody there is no thread with. Instead of the thread, the API is asked whether there is one by now:
 * then the message goes on there as a reply, which is how one that was delivered after all is found again.
 */
async function attemptFirst(deps: OutboxDeps, intent: SendIntent, to: Recipient): Promise<void> {
  try {
    if (!(await isAccountReached(deps.db, intent.accountId))) {
      return await wait(deps, intent, new ApiError({ kind: 'notFound', notDelivered: true }))
    }
    if (await joinIfThere(deps, intent, to, 'send')) return
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return WAIT_FOR.includes(error.kind) ? wait(deps, intent, error) : fail(deps, intent.id, error)
  }
  const files = await filesFor(deps, intent)
  if (!files) return
  const sending = await beginSend(deps.db, intent, deps.now())
  if (!sending) return
  const { accountId, text: message } = sending
  let answer: SendAnswer
  try {
    const call = () => deps.api.sendFirst({ accountId, to, message, files }, { lane: 'send' })
    answer = await deps.ask(accountId, call, 'send')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return settle(deps, sending, error)
  }
  await commitSent(deps.db, intent.id, answer.message)
  // It joins its thread now, or else when a list shows it.
  await joinIfThere(deps, sending, to, 'send').catch(() => undefined)
}

/** Where the reply goes; null where it cannot go now, which its row then says. */
async function threadFor(deps: OutboxDeps, intent: SendIntent): Promise<Conversation | null> {
  try {
    const thread = await findThread(deps.db, intent)
    if (!thread) await wait(deps, intent, new ApiError({ kind: 'notFound', notDelivered: true }))
    return thread
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    await fail(deps, intent.id, error)
    return null
  }
}

/** What the send has to name, all of it uploaded; null where the reply cannot go now, which its row then says. */
async function filesFor(deps: OutboxDeps, intent: SendIntent): Promise<UploadedFile[] | null> {
  // A first message may find itself in a conversation that takes none.
  if (intent.channel === 'salesNav' && intent.files?.length) {
    const error = { kind: 'refused', text: text('file_noSalesNav') } as const
    await settleSend(deps.db, intent.id, 'failed', { error, nextAttemptAt: NEVER })
    return null
  }
  if (intent.files?.length && isOff((await readSettings(deps.db)).policy, 'attachments')) {
    await fail(deps, intent.id, new ApiError({ kind: 'managed', notDelivered: true }))
    return null
  }
  try {
    const files = await uploadFiles(deps, intent)
    if (!files) {
      const nextAttemptAt = deps.now() + STORING_MS
      await settleSend(deps.db, intent.id, 'queued', { error: null, nextAttemptAt })
    }
    return files
  } catch (error) {
    if (!(error instanceof UploadError)) throw error
    const { reason } = error
    if (reason && UPLOAD_LATER.includes(reason.kind)) await wait(deps, intent, reason)
    else await settleSend(deps.db, intent.id, 'failed', { error: uploadFailure(error), nextAttemptAt: NEVER })
    return null
  }
}

function uploadFailure({ file, reason }: UploadError): IntentError {
  if (!reason) return { kind: 'unknown', text: text('outbox_fileGone', { file }) }
  const { kind, text: why } = asIntentError(reason)
  return { kind, text: text('outbox_notUploaded', { file, why }) }
}

function post(
  deps: OutboxDeps,
  intent: SendIntent,
  conversation: Conversation,
  files: readonly UploadedFile[],
): Promise<SendAnswer> {
  const options = { lane: 'send' } as const
  const { accountId, text: message } = intent
  return intent.channel === 'salesNav'
    ? deps.api.sendSalesNavReply(
        { accountId, threadId: conversation.salesNavThreadId ?? conversation.key, body: message },
        options,
      )
    : deps.api.sendReply({ accountId, conversationUrn: conversation.urn, message, files }, options)
}

/** Only a refusal proves that nothing was delivered; all else leaves the reply in doubt, and doubt is never re-posted. */
async function settle(deps: OutboxDeps, intent: SendIntent, error: ApiError): Promise<void> {
  if (error.notDelivered && WAIT_FOR.includes(error.kind)) return wait(deps, intent, error)
  if (intent.files?.length) await forgetUploads(deps.db, intent.files)
  if (error.notDelivered) return fail(deps, intent.id, error)
  const nextAttemptAt = deps.now() + FIRST_LOOK_MS
  return settleSend(deps.db, intent.id, 'unconfirmed', { error: asIntentError(error), nextAttemptAt })
}

function wait(deps: OutboxDeps, intent: SendIntent, error: ApiError): Promise<void> {
  const now = deps.now()
  const nextAttemptAt = Math.max(error.retryAt ?? 0, now + backoff(waits(intent, now)))
  return settleSend(deps.db, intent.id, 'queued', { error: asIntentError(error), nextAttemptAt })
}

function fail(deps: OutboxDeps, intentId: string, error: ApiError): Promise<void> {
  return settleSend(deps.db, intentId, 'failed', {
    error: asIntentError(error),
    nextAttemptAt: NEVER,
  })
}

// The longer a reply waits for the network, the less often it is tried; a poke tries it at once.
function waits(intent: SendIntent, now: number): number {
  return Math.floor(Math.log2(1 + Math.max(0, now - intent.createdAt) / 10_000))
}

function asIntentError(error: ApiError): IntentError {
  return { kind: error.kind, text: failureText(error.toFailure()) }
}
