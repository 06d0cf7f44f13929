import { isRecord, layersOf } from '../wire/envelope.ts'

/**
 * What a 2xx answer says about its own success: `failed` for `success: false` (contract 0.6), `cut` for a truncated
 * answer (8.22), `unclear` for an `error` without a `success`. A missing `success` is not a failure.
 */
export function verdictOf(value: unknown): 'fine' | 'failed' | 'cut' | 'unclear' {
  let claimed = false
  let error = false
  for (const layer of layersOf(value)) {
    if (!isRecord(layer)) continue
    if (layer._truncated === true) return 'cut'
    if (layer.success === false || layer.success === 'false') return 'failed'
    claimed ||= layer.success === true
    error ||= layer.error !== undefined && layer.error !== null && layer.error !== '' && layer.error !== false
  }
  return error && !claimed ? 'unclear' : 'fine'
}
