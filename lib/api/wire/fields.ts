import { cutText, isVisible } from '../../domain/text.ts'
import { parseTimestamp } from '../../domain/timestamps.ts'
import { z } from '../zod.ts'
import { isRecord } from './envelope.ts'
import { wellFormed } from './wellFormed.ts'

// Fields of wire rows. None of them ever fails: what is absent, null or of another kind is null, so that a missing
// field never costs its row (contract 8.31).

function field<T>(read: (value: unknown) => T) {
  return z.pipe(z.optional(z.unknown()), z.transform(read))
}

/** A text as given, empty ones included. */
export const text = field((value) => {
  if (typeof value === 'string') return wellFormed(value)
  return typeof value === 'number' ? String(value) : null
})

/** Longer than any name or headline on LinkedIn. */
const LONGEST_NAME = 300

/** A name or headline: trimmed and cut to 300 signs, and null where there is nothing to see. */
export const name = field((value) => {
  if (typeof value === 'number') return String(value)
  const given = typeof value === 'string' ? wellFormed(cutText(value.trim(), LONGEST_NAME)) : ''
  return isVisible(given) ? given : null
})

/** A URL or opaque id: trimmed, and null where nothing is left. */
export const word = field((value) => {
  if (typeof value === 'number') return String(value)
  return (typeof value === 'string' && wellFormed(value).trim()) || null
})

/** A URN or key: always a text on the wire, so a number there is something else. */
export const urn = field((value) => (typeof value === 'string' && wellFormed(value).trim()) || null)

/** A pager's cursor: verbatim, whatever it looks like (contract 7.3); some are numbers. */
export const cursor = field(
  (value) => (typeof value === 'number' ? String(value) : typeof value === 'string' && value) || null,
)

/** A point in time, Unix ms (contract 0.5). */
export const time = field(parseTimestamp)

/** A whole number, not below 0. */
export const count = field((value) => {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number)) return null
  return Math.trunc(Math.min(Math.max(number, 0), Number.MAX_SAFE_INTEGER))
})

export const flag = field((value) => {
  if (value === true || value === 1 || value === 'true') return true
  return value === false || value === 0 || value === 'false' ? false : null
})

/** A list; one object alone counts as a list of one. */
export const list = field((value): unknown[] => {
  if (Array.isArray(value)) return value
  return isRecord(value) && Object.keys(value).length > 0 ? [value] : []
})

export const record = field((value) => (isRecord(value) ? value : null))

/** Anything, for fields that come as text or as an object. */
export const anything = field((value) => value)
