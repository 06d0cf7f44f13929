import type { Request } from '../http/createRequest.ts'

/** What every endpoint works with. */
export interface Room {
  request: Request
  /** Reports rows that were left out and gives their number back. */
  reject(reasons: readonly string[], accountId: string | null, route: string): number
  /** Local ms. */
  now(): number
}
