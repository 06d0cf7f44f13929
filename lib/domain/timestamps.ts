const SECONDS_LIMIT = 1e11
const LATEST_VALID = 8.64e15

/**
 * A point in time in Unix ms from whatever the API writes: ms number, seconds number (< 1e11), numeric string,
 * ISO-8601 with `T` or with a space; null for null, absent, zero, negative and unreadable values (contract 0.5, 8.27).
 */
export function parseTimestamp(value: unknown): number | null {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text === '') return null
  if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text))
  // Nothing but ISO goes to Date.parse: engines find dates in "Message 12" and in "-5".
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
  const withoutZone = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(iso)
  const ms = Date.parse(withoutZone ? `${iso}Z` : iso)
  return ms > 0 ? ms : null
}

function fromNumber(value: number): number | null {
  const ms = Math.round(value < SECONDS_LIMIT ? value * 1000 : value)
  return ms > 0 && ms <= LATEST_VALID ? ms : null
}
