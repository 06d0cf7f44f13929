import { SEND_MOVES } from '../../domain/outboxMoves.ts'
import { DEFAULT_SETTINGS } from '../../domain/settings.ts'
import { untouched } from '../../domain/triage.ts'
import { isLike, type Row } from './values.ts'

// What the user made is never thrown away, so of a broken row all that can be told apart is kept.

const OF_ALL = { createdAt: 0, attempts: 0, nextAttemptAt: 0 }
const OF_A_SEND = { ...OF_ALL, misses: 0, lastMissAt: 0 }
/** What it means is said where it is shown: the code of the database has no texts. */
const DAMAGED = { kind: 'damaged', text: '' }

/** A triage row in which each broken field is as if nobody had touched it. */
export function mendTriage(row: Row): Row | undefined {
  const { conversationId, accountId } = row
  if (typeof conversationId !== 'string') return undefined
  const model: Row = { ...untouched(conversationId, typeof accountId === 'string' ? accountId : '') }
  return mended(row, model)
}

/**
 * A reply whose text is there is always shown, and never goes out by itself where its state or its times are broken:
 * it waits for the user, as one that failed or, where it may have been sent, as one in doubt. Broken marks are left out.
 */
export function mendIntent(row: Row): Row | undefined {
  const { id, kind, state, conversationId, accountId, text } = row
  if (![id, kind, conversationId, accountId].every((value) => typeof value === 'string')) return undefined
  const isSend = kind === 'send'
  const model = isSend ? OF_A_SEND : OF_ALL
  const whole = mended(row, model)
  const isKnown = typeof state === 'string' && Object.hasOwn(SEND_MOVES, state)
  if (!isSend) return whole === row && isKnown ? row : undefined
  if (typeof text !== 'string') return undefined
  const isTimed = state !== 'scheduled' || isLike(row.dueAt, 0)
  if (whole === row && isKnown && isTimed) return row
  const wasReady = ['scheduled', 'held', 'queued', 'failed'].includes(String(state))
  const to = wasReady ? 'failed' : 'unconfirmed'
  return { ...whole, state: to, error: DAMAGED, nextAttemptAt: Number.MAX_SAFE_INTEGER }
}

/** A setting that is not of the type its default has counts as not chosen. */
export function mendSetting(row: Row): Row | undefined {
  const { key, value } = row
  if (typeof key !== 'string') return undefined
  if (!Object.hasOwn(DEFAULT_SETTINGS, key)) return row
  // Its default, nothing chosen, does not show what it is like.
  if (key === 'quietHours') return mendQuietHours(row)
  return isLike(value, DEFAULT_SETTINGS[key as keyof typeof DEFAULT_SETTINGS]) ? row : undefined
}

/** Quiet hours were the same on each day once. */
function mendQuietHours(row: Row): Row | undefined {
  const { value } = row
  const isHours = (hours: unknown) => isLike(hours, { from: 0, to: 0 })
  if (isHours(value)) return { ...row, value: Array(7).fill(value) }
  const isWeek =
    Array.isArray(value) && value.length === 7 && value.every((day) => day === null || isHours(day))
  return value === null || isWeek ? row : undefined
}

/** The row itself where nothing is broken, else one in which the model stands in for what is. */
function mended(row: Row, model: Row): Row {
  const broken = Object.keys(model).filter((field) => !isLike(row[field], model[field]))
  if (broken.length === 0) return row
  return { ...row, ...Object.fromEntries(broken.map((field) => [field, model[field]])) }
}
