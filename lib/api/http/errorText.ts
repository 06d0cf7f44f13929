import { isRecord, layersOf } from '../wire/envelope.ts'
import { wellFormed } from '../wire/wellFormed.ts'

const LONGEST = 300

/**
 * The sentence an answer gives for its failure, in the order of contract 0.6: `message`, `error`, the first of a
 * validation's `issues`, `detail`; a bare text stands for itself. Null for HTML and for anything else. Cut to 300
 * characters; `secret` never comes out even if the API repeats it, encoded or in another case too.
 */
export function errorText(value: unknown, secret: string): string | null {
  const text = typeof value === 'string' ? (value.trim().startsWith('<') ? null : value) : fromLayers(value)
  if (!text) return null
  const folded = wellFormed(withoutSecret(text, secret))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...folded].slice(0, LONGEST).join('') || null
}

/** An API that repeats the key may have changed its case, or encoded it on the way. */
function withoutSecret(text: string, secret: string): string {
  if (secret === '') return text
  const spellings = [secret, encodeURIComponent(secret)]
  const literal = spellings.map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  return text.replace(new RegExp(literal.join('|'), 'gi'), '…')
}

function fromLayers(value: unknown): string | null {
  for (const layer of layersOf(value)) {
    const text = isRecord(layer) ? fromRecord(layer) : null
    if (text) return text
  }
  return null
}

function fromRecord(body: Record<string, unknown>): string | null {
  const error = isRecord(body.error) ? body.error : null
  return (
    sentence(body.message) ??
    sentence(body.error) ??
    firstIssue(error?.issues ?? body.issues) ??
    sentence(error?.message) ??
    sentence(body.detail)
  )
}

function firstIssue(issues: unknown): string | null {
  const issue: unknown = Array.isArray(issues) ? issues[0] : null
  if (!isRecord(issue)) return null
  const path = Array.isArray(issue.path) ? issue.path.filter((p) => typeof p !== 'object').join('.') : ''
  const text = sentence(issue.message)
  return path && text ? `${path}: ${text}` : text || path || null
}

function sentence(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value : null
}
