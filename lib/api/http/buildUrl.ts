import { ApiError } from '../ApiError.ts'
import type { Call } from './Call.ts'

/**
 * The address of a call under `baseUrl`: parameters as encoded path segments, the query through URLSearchParams,
 * so that cursors arrive verbatim (contract 0.3). Undefined query values are left out.
 * @throws ApiError `refused` where a parameter cannot be a path segment and would lead elsewhere.
 */
export function buildUrl(baseUrl: string, call: Pick<Call<unknown>, 'route' | 'params' | 'query'>): string {
  const path = call.route.replace(/:([a-zA-Z]+)/g, (_, name: string) => segment(call.params?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) query.append(name, String(value))
  }
  const search = query.toString()
  return `${baseUrl.replace(/\/+$/, '')}${path}${search && `?${search}`}`
}

function segment(value: string): string {
  // Empty and dot segments are folded away by URL parsers, even encoded: another endpoint would be called.
  if (value === '' || value === '.' || value === '..')
    throw new ApiError({ kind: 'refused', notDelivered: true })
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
