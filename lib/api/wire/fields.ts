import { cutText, isVisible } from '../../domain/text.ts'
import { parseTimestamp } from '../../domain/timestamps.ts'
import { isRecord } from './envelope.ts'
import { wellFormed } from './wellFormed.ts'

// Fields of wire rows. None of them ever fails: what is absent, null or of another kind is null, so that a missing
// field never costs its row (contract 8.31). As there is nothing to refuse, plain functions read them: a library that
// checks rows takes many times as long, and an import reads tens of thousands.

type Readers = Readonly<Record<string, (value: unknown) => unknown>>

/** What is read of a row. */
export type FieldsOf<R extends Readers> = { [Name in keyof R]: ReturnType<R[Name]> }

/** Makes the reader of a row, of which only the fields named here are looked at. */
export function rowOf<R extends Readers>(readers: R): (row: Record<string, unknown>) => FieldsOf<R> {
  const all = Object.entries(readers)
  return (row) => {
    const read: Record<string, unknown> = {}
    for (const [name, reader] of all) read[name] = reader(row[name])
    return read as FieldsOf<R>
  }
}

/** A text as given, empty ones included. */
export function text(value: unknown): string | null {
  if (typeof value === 'string') return wellFormed(value)
  return typeof value === 'number' ? String(value) : null
}

/** Longer than any name or headline on LinkedIn. */
const LONGEST_NAME = 300

/** A name or headline: trimmed and cut to 300 signs, and null where there is nothing to see. */
export function name(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const given = wellFormed(cutText(value.trim(), LONGEST_NAME))
  return isVisible(given) ? given : null
}

/** A URL or opaque id: trimmed, and null where nothing is left. */
export function word(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : urn(value)
}

/** A URN or key: always a text on the wire, so a number there is something else. */
export function urn(value: unknown): string | null {
  return (typeof value === 'string' && wellFormed(value).trim()) || null
}

/** A pager's cursor: verbatim, whatever it looks like (contract 7.3); some are numbers. */
export function cursor(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return (typeof value === 'string' && value) || null
}

/** A point in time, Unix ms (contract 0.5). */
export const time = parseTimestamp

/** A whole number, not below 0. */
export function count(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  if (typeof number !== 'number' || Number.isNaN(number)) return null
  return Math.trunc(Math.min(Math.max(number, 0), Number.MAX_SAFE_INTEGER))
}

export function flag(value: unknown): boolean | null {
  if (value === true || value === 1 || value === 'true') return true
  return value === false || value === 0 || value === 'false' ? false : null
}

/** A list; one object alone counts as a list of one. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isRecord(value) && Object.keys(value).length > 0 ? [value] : []
}

export function record(value: unknown): Record<string, unknown> | null {
  return isRecord(value) ? value : null
}

/** Anything, for fields that come as text or as an object. */
export function anything(value: unknown): unknown {
  return value
}
