import type { ViolationKind } from './recorder'

/** Returns what is wrong with a value, or null. Query values are always strings. */
export type Check = (value: unknown) => string | null

export interface Field {
  check: Check
  required: boolean
  /** The kind of violation when a required field is not there. */
  missing: ViolationKind
}

export type Fields = Record<string, Field>

export const optional = (check: Check): Field => ({ check, required: false, missing: 'missing-field' })
export const required = (check: Check, missing: ViolationKind = 'missing-field'): Field => ({
  check,
  required: true,
  missing,
})

export const text: Check = (v) =>
  typeof v === 'string' && v.trim() !== '' ? null : 'must be a non-empty string'
export const anyText: Check = (v) => (typeof v === 'string' ? null : 'must be a string')
export const bool: Check = (v) => (typeof v === 'boolean' ? null : 'must be true or false')
export const flag: Check = (v) => (v === 'true' || v === 'false' ? null : 'must be "true" or "false"')
export const count: Check = (v) =>
  typeof v === 'string' && /^[1-9]\d*$/.test(v) && Number(v) <= 100
    ? null
    : 'must be a whole number from 1 to 100'
/** 13 digits: seconds or an ISO date here would be a misreading of contract 0.5. */
export const millis: Check = (v) =>
  typeof v === 'string' && /^\d{13}$/.test(v) ? null : 'must be Unix milliseconds'
export const oneOf =
  (...values: string[]): Check =>
  (v) =>
    typeof v === 'string' && values.includes(v) ? null : `must be one of ${values.join(', ')}`
export const profileUrns: Check = (v) =>
  Array.isArray(v) && v.length > 0 && v.every((u) => profileUrnText(u) === null)
    ? null
    : 'must be profile URNs'
export const profileUrnText: Check = (v) =>
  typeof v === 'string' && /^urn:li:fsd_profile:[\w-]+$/.test(v) ? null : 'must be a profile URN'
/** `[{ "file": … }]`, the wrapper is mandatory (contract 2.3). */
export const files: Check = (v) =>
  Array.isArray(v) && v.every((a) => typeof a?.file === 'object' && a.file !== null)
    ? null
    : 'must be [{ file }]'

/** The account every call must name (design 3: never the API's default account). */
export const accountId: Field = required(text, 'missing-account')
/** Where media may lie (contract 2.5); nothing else is ever to be asked for. */
export const mediaUrl: Check = (v) =>
  typeof v === 'string' && /^https:\/\/(www\.linkedin\.com\/dms\/prv\/|media\.licdn\.com\/)\S+$/.test(v)
    ? null
    : 'must be an address of LinkedIn media'
