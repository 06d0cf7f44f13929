import { pingsFor, scriptsFor } from '../scripts/library'
import type { Line, Script } from '../scripts/script'
import { pick, type Random, shuffled } from './random'
import type { Language, Trade } from './types'

/** A stretch of a thread that follows one script. */
export interface Segment {
  lines: readonly Line[]
  take: number
}

export interface PlanOptions {
  random: Random
  count: number
  trade: Trade
  language: Language
  /** The newest message must be inbound, as in an unread thread. */
  endsInbound: boolean
}

const endsMine = (segment: Segment): boolean => segment.lines[segment.take - 1]?.mine === true

/** Which scripts a thread of `count` messages runs through, oldest first; the last may be cut short. */
export function planThread(options: PlanOptions): Segment[] {
  const segments: Segment[] = []
  let queue: Script[] = []
  for (let left = options.count; left > 0; ) {
    // The opening queue is dropped after its first script: people meet once.
    if (queue.length === 0 || segments.length === 1) {
      queue = shuffled(options.random, scriptsFor(options.trade, options.language, segments.length === 0))
    }
    const next = queue.pop()
    if (!next) throw new Error(`No script for ${options.trade} in ${options.language}`)
    const take = Math.min(left, next.lines.length)
    segments.push({ lines: next.lines, take })
    left -= take
  }
  return options.endsInbound ? endInbound(segments, options) : segments
}

function endInbound(segments: Segment[], { random, trade, language }: PlanOptions): Segment[] {
  const last = segments.at(-1)
  if (!last || !endsMine(last)) return segments
  const before = segments.slice(0, -1)
  const better = shuffled(random, scriptsFor(trade, language, before.length === 0))
    .map((s) => ({ lines: s.lines, take: last.take }))
    .find((s) => s.lines.length >= s.take && !endsMine(s))
  if (better) return [...before, better]
  const ping: Segment = {
    lines: [{ mine: false, later: true, text: pick(random, pingsFor(language)) }],
    take: 1,
  }
  return [...before, { ...last, take: last.take - 1 }, ping].filter((s) => s.take > 0)
}

/** How many messages at the end of the thread are theirs: the most that can be unread. */
export function trailingInbound(segments: readonly Segment[]): number {
  let count = 0
  for (let s = segments.length - 1; s >= 0; s--) {
    const segment = segments[s] as Segment
    for (let i = segment.take - 1; i >= 0; i--) {
      if (segment.lines[i]?.mine) return count
      count++
    }
  }
  return count
}
