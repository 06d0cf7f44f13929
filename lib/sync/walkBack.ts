import type { MessagesAnswer } from '../api/Api.ts'
import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Lane } from '../domain/lane.ts'
import type { Message, ReceivedMessage } from '../domain/message.ts'
import { afterPage } from '../domain/paging.ts'
import { provenBy } from '../domain/recalled.ts'
import type { Span } from '../domain/span.ts'
import { commitMessages } from '../store/commits/commitMessages.ts'
import { commitTogether } from '../store/commits/commitTogether.ts'
import type { SyncDeps } from './SyncDeps.ts'

export interface Thread {
  account: Account
  conversation: Conversation
  /** Its complete stretches, oldest first. */
  spans: readonly Span[]
}

/** How to walk. */
export interface Walk {
  lane: Lane
  /** Waits for LinkedIn. */
  sync: boolean
  /** Rows asked for a page. */
  count: number
  /** Asks only for what is newer than this server time, ms. */
  since?: number
  /** The span below which the walk goes on, and whether its cursor has grown old; left out, it starts at the newest message. */
  below?: Pick<Span, 'from' | 'to'> & { cursor: string; doubtful: boolean }
  /** Up to where (server ms) history is known under it: the walk ends when it gets there. */
  ground: number | null
  /** Requests it may still make; counted down. */
  allowance: { left: number }
  /** Of these, pages that lie above the place it goes on from are counted here instead: they are known, and passed over. */
  passing?: { left: number }
  /** It has done enough when a page that reaches down to this server time (ms) brought something. */
  enoughAt?: number
  /** Given where this is the thread's turn in the first import, see MessagesCommit. */
  importedTo?: number | undefined
  /** Where new inbound messages are put that nobody was told of. */
  arrivals: Message[]
}

export interface Walked {
  /** Messages that were not stored before. */
  added: number
  /** Server time of the newest message seen, ms; 0 if there was none. */
  newestAt: number
  /** True where nothing is missing any more between where it started and known ground, or the beginning. */
  complete: boolean
}

/**
 * Reads a thread backwards and stores it page by page, each with the stretch that is complete with it, until it meets
 * known ground, the beginning, or the end of its allowance. So it can break off anywhere: what is left shows as a gap.
 * @returns null where the cursor it was to go on with leads nowhere any more; nothing was stored then
 * @throws ApiError
 */
export async function walkBack(deps: SyncDeps, thread: Thread, walk: Walk): Promise<Walked | null> {
  const commit = walk.importedTo === undefined ? commitMessages : commitTogether
  const walked: Walked = { added: 0, newestAt: 0, complete: false }
  const seen = new Set<string>()
  let { sync } = walk
  let cursor = walk.below?.cursor
  let upper = walk.below?.from ?? null
  let fruitless = 0
  let newsAbove: number | undefined
  for (let first = true; walk.allowance.left > 0; first = false) {
    const answer = await readPage(deps, thread, walk, cursor, sync).catch((error: unknown) => {
      if (first && walk.below && isLapsed(error)) return null
      throw error
    })
    if (!answer || (first && isAstray(answer, walk))) return null
    const known = seen.size
    for (const message of answer.messages) seen.add(message.key)
    fruitless = seen.size > known ? 0 : fruitless + 1
    const next = afterPage({ ...answer, sent: cursor }, fruitless)
    const oldest = answer.messages[0]?.sentAt ?? null
    const lowest = oldest ?? upper
    const grounded = meets(walk.ground, lowest, next !== 'more')
    const endsAbove = next === 'end' ? (walk.since ?? (grounded ? null : walk.ground)) : null
    // That there is nothing where we know of something is believed of LinkedIn alone.
    if (endsAbove !== null && walk.since === undefined && !sync) {
      sync = true
      continue
    }
    const ended = next !== 'more' && (grounded || walk.ground === null || endsAbove !== null)
    const committed = await commit(deps.db, {
      account: thread.account,
      conversationId: thread.conversation.id,
      received: answer.messages,
      participants: answer.participants,
      stretch: stretchOf(answer.messages, upper, endsAbove, {
        cursor: ended ? null : answer.cursor,
        cursorAt: deps.now(),
        beginning: ended && walk.since === undefined,
      }),
      goesOn: upper !== null,
      newsAbove,
      importedTo: walk.importedTo,
      proven: provenBy({
        messages: answer.messages,
        rejected: answer.rejected,
        head: cursor === undefined && walk.since === undefined,
        synced: sync,
        serverNow: answer.serverNow ?? deps.now(),
      }),
    })
    const { added, arrivals } = committed
    walk.arrivals.push(...arrivals)
    // What a walk down from the newest message finds on its next pages came as the first one did.
    if (!walk.below) newsAbove = committed.newsAbove
    walked.added += added
    walked.newestAt = Math.max(walked.newestAt, answer.messages.at(-1)?.sentAt ?? 0)
    walked.complete = grounded || ended
    const enough = walk.enoughAt !== undefined && oldest !== null && oldest <= walk.enoughAt && added > 0
    if (walked.complete || next !== 'more' || enough) break
    if (upper !== null && oldest !== null && oldest > upper && walk.passing && walk.passing.left > 0) {
      walk.passing.left--
      walk.allowance.left++
    }
    upper = upper === null || lowest === null ? lowest : Math.min(upper, lowest)
    cursor = answer.cursor ?? undefined
  }
  return walked
}

/**
 * Whether a walk has come down to known ground: below it if it goes on, as more messages of that very millisecond, which
 * came after it was stored, may be on the next page.
 */
function meets(ground: number | null, lowest: number | null, last: boolean): boolean {
  if (ground === null || lowest === null) return false
  return last ? lowest <= ground : lowest < ground
}

/**
 * A cursor grown old may have lost its meaning (contract 7.3): an answer that tells of no older messages, or begins with
 * the newest ones, is not believed.
 */
function isAstray({ messages }: MessagesAnswer, { below }: Walk): boolean {
  const newest = messages.at(-1)
  return below?.doubtful === true && (!newest || newest.sentAt >= below.to)
}

function isLapsed(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'refused' || error.kind === 'notFound')
}

/**
 * What is complete with a page: all it spans, up to the page above it if it leads on from there.
 * @param endsAbove known ground (server ms) under it, with nothing in between; null where that is not known
 */
function stretchOf(
  messages: readonly ReceivedMessage[],
  upper: number | null,
  endsAbove: number | null,
  leads: Pick<Span, 'cursor' | 'cursorAt' | 'beginning'>,
): Omit<Span, 'conversationId'> | null {
  const from = messages[0]?.sentAt ?? upper
  const to = messages.at(-1)?.sentAt ?? upper
  if (from === null || to === null) return null
  // A page that begins further up, as after a cursor that had been given there, proves nothing new, but leads on.
  if (upper !== null && from > upper) return { from: upper, to: upper, ...leads, beginning: false }
  return { from: Math.min(from, endsAbove ?? from), to: Math.max(to, upper ?? to), ...leads }
}

function readPage(
  deps: SyncDeps,
  { account, conversation }: Thread,
  { allowance, count, since, lane }: Walk,
  cursor: string | undefined,
  sync: boolean,
): Promise<MessagesAnswer> {
  allowance.left--
  return deps.api.listMessages(
    {
      accountId: account.id,
      conversationUrn: conversation.urn,
      count,
      sync,
      ...(since === undefined ? {} : { since }),
      ...(cursor === undefined ? {} : { cursor }),
    },
    { lane },
  )
}
