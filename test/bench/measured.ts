/** What was measured of one thing at one size. */
export interface Measured {
  readonly what: string
  readonly unit: 'ms' | 'px' | 'rows/s' | 'KB' | 'MB' | ''
  readonly samples: readonly number[]
  /** The least it can cost, measured in turn with it. */
  readonly floor?: readonly number[]
}
