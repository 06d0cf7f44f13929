import type { Wire } from './dialect'

const CODES: Record<number, string> = {
  400: 'validation_error',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
}

/** The four error bodies of contract 0.6. The ZodError form exists for 400 only. */
export function errorBody(
  status: number,
  text: string,
  as: Wire['error'],
  path: readonly string[] = [],
): unknown {
  if (as === 'error') return { error: text }
  if (as === 'successError') return { success: false, error: text }
  if (as === 'zod' && status === 400) {
    return { success: false, error: { name: 'ZodError', issues: [{ code: 'custom', path, message: text }] } }
  }
  return { success: false, code: CODES[status] ?? 'server_error', message: text }
}
