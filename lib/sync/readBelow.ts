import type { Lane } from '../domain/lane.ts'
import type { Message } from '../domain/message.ts'
import { spansAt } from '../domain/spans.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { threadOf } from './threadOf.ts'
import { walkBack } from './walkBack.ts'

const PAGE = 100
/** A cursor older than this (ms) may have lost its meaning (contract 7.3). */
const CURSOR_LIFE_MS = 3 * 60_000

/** How far one reading may go, in requests: on from a cursor, and down from the newest message where that is lost. */
interface Reach {
  on: { left: number }
  down: { left: number }
}

/**
 * Reads what lies below a span: down to the span under it, or towards the beginning. Where its cursor does not lead on
 * any more, the way starts again at the newest message; what is known is passed over unwritten.
 * @param at the span, by a place in it (server ms); null for the lowest one
 * @param how `firstFind` stops with the first page that brings something; news go to `arrivals`
 * @returns how many messages were new, and whether a gap below that span is closed; null without such a span
 * @throws ApiError; what was read before stays
 */
export async function readBelow(
  deps: SyncDeps,
  conversationId: string,
  at: number | null,
  how: { lane: Lane; reach: Reach; firstFind: boolean; arrivals: Message[] },
): Promise<{ added: number; complete: boolean } | null> {
  const thread = await threadOf(deps, conversationId)
  const place = thread && spansAt(thread.spans, at ?? thread.spans[0]?.from ?? 0)
  if (!place) return null
  const { span, below } = place
  if (!below && (span.beginning || at !== null)) return { added: 0, complete: true }
  const walk = {
    lane: how.lane,
    sync: false,
    count: PAGE,
    arrivals: how.arrivals,
    ...(how.firstFind ? { enoughAt: span.from } : {}),
  }
  if (span.cursor !== null) {
    const doubtful = deps.now() - span.cursorAt > CURSOR_LIFE_MS
    const on = { cursor: span.cursor, from: span.from, to: span.to, doubtful }
    const walked = await walkBack(deps, thread, {
      ...walk,
      below: on,
      ground: below?.to ?? null,
      allowance: how.reach.on,
      passing: how.reach.down,
    })
    if (walked) return walked
  }
  return walkBack(deps, thread, { ...walk, ground: below?.to ?? span.from, allowance: how.reach.down })
}
