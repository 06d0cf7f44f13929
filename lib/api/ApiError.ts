import type { Failure, FailureKind } from '../domain/failure.ts'

/** Any way a call can fail, as facts: what to do is decided by `kind`, never by the wording (contract 0.6). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: FailureKind
  /** HTTP status, or null where no answer came. */
  readonly status: number | null
  /** Local ms before which a repeat is pointless, or null. */
  readonly retryAt: number | null
  /** The API's own sentence, cut to 300 characters, else `HTTP <status>`, or null where there is neither. */
  readonly detail: string | null
  /** True only where the request certainly did not take effect: it never left, or was refused with a 4xx. */
  readonly notDelivered: boolean
  /** True where the API cut its answer short: fewer rows may fit (contract 8.22). */
  readonly cutShort: boolean
  /** True where a limit is of what was to be done (messages a day, say), not of requests as such. */
  readonly ofAction: boolean

  constructor(facts: {
    kind: FailureKind
    status?: number | null
    retryAt?: number | null
    detail?: string | null
    notDelivered: boolean
    cutShort?: boolean
    ofAction?: boolean
  }) {
    super(facts.kind)
    this.kind = facts.kind
    this.status = facts.status ?? null
    this.retryAt = facts.retryAt ?? null
    this.detail = facts.detail ?? null
    this.notDelivered = facts.notDelivered
    this.cutShort = facts.cutShort ?? false
    this.ofAction = facts.ofAction ?? false
  }

  /** The worker's two scripts have this class each: an error of either is one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'ApiError' && 'notDelivered' in value
  }

  /** The error as plain data. */
  toFailure(): Failure {
    return { kind: this.kind, detail: this.detail, status: this.status, retryAt: this.retryAt }
  }
}
