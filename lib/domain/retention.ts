import type { Settings } from './settings.ts'

type Limits = Pick<Settings, 'keepMonths' | 'keepMegabytes'>

/** How far the cache was gone through, from the oldest message on, to find what may go. */
export interface PruningPass extends Limits {
  /** Local ms. */
  startedAt: number
  /** Messages before this server time (ms) were looked at. */
  at: number
  /** Bytes that were used when messages last went for want of room, and how often that freed none. */
  used: number | null
  fruitless: number
}

/** What somebody scrolled back to stays for as long as this (ms), at most. */
const PASS_MS = 24 * 3_600_000
const MONTH_MS = 30.4375 * 86_400_000
const MEGABYTE = 1_000_000
/** A browser that gives back no room this often gives it back some other time; what is freed inside is used again. */
const MOST_FRUITLESS = 3

/** The pass to go on with: the one underway, or a new one where that is a day old or the limits were changed (local ms). */
export function passAt(pass: PruningPass | null, limits: Limits, now: number): PruningPass {
  const { keepMonths, keepMegabytes } = limits
  const fresh: PruningPass = { keepMonths, keepMegabytes, startedAt: now, at: 0, used: null, fruitless: 0 }
  if (!pass || pass.keepMonths !== keepMonths || pass.keepMegabytes !== keepMegabytes) return fresh
  if (Math.abs(now - pass.startedAt) < PASS_MS) return pass
  return { ...pass, startedAt: now, at: 0 }
}

/** Messages sent before this (ms) may go for their age. */
export function keptSince({ keepMonths }: Limits, now: number): number {
  return keepMonths === null ? 0 : now - keepMonths * MONTH_MS
}

/** Whether messages have to go for want of room. Where that frees none, only once more is used than was then. */
export function isOverLimit(pass: PruningPass, used: number | null): boolean {
  if (pass.keepMegabytes === null || used === null || used <= pass.keepMegabytes * MEGABYTE) return false
  return pass.fruitless < MOST_FRUITLESS || used > (pass.used ?? 0)
}

/** The pass after messages went for want of room, when so many bytes were used. */
export function afterMakingRoom(pass: PruningPass, used: number): PruningPass {
  const freed = pass.used === null || used < pass.used
  return { ...pass, used, fruitless: freed ? 0 : pass.fruitless + 1 }
}
