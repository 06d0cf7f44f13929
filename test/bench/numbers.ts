/** The nearest-rank percentile of some numbers; `share` in [0, 1]. NaN of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const p50 = (numbers: readonly number[]): number => percentile(numbers, 0.5)
export const p95 = (numbers: readonly number[]): number => percentile(numbers, 0.95)
