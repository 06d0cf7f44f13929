import type { SendIntent } from './intent.ts'

/** A scheduled reply goes out by itself up to this long (ms) after its time. Later, the moment may be wrong: it asks. */
export const LATEST_MS = 5 * 60_000

/** Whether a reply stands in the line of its conversation: the sent have left it, the scheduled have not joined it yet. */
export function isInLine({ state }: Pick<SendIntent, 'state'>): boolean {
  return state !== 'sent' && state !== 'scheduled'
}

/** Whether the time (local ms) the user chose for a reply is so long past that it must not go out unasked. */
export function isLate({ dueAt }: Pick<SendIntent, 'dueAt'>, now: number): boolean {
  return dueAt !== undefined && now > dueAt + LATEST_MS
}

/** Whether it is the time (local ms) the user chose for a scheduled reply. */
export function isTimely(send: Pick<SendIntent, 'state' | 'dueAt'>, now: number): boolean {
  return send.state === 'scheduled' && send.dueAt !== undefined && now >= send.dueAt && !isLate(send, now)
}
