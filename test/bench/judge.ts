import type { Measured } from './measured.ts'
import { p50, p95, percentile } from './numbers.ts'
import { TARGETS, type Target } from './targets.ts'

/** One line of the table. */
export interface Row {
  readonly what: string
  /** Name of the size, or `any`. */
  readonly size: string
  readonly unit: string
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly floor?: { readonly p50: number; readonly p95: number }
  /** p95 as a multiple of the floor's, and the same of the medians, which noise disturbs less. */
  readonly ratio?: number
  readonly ratioOfMedians?: number
  /** The median as a multiple of that at the smallest size; at the largest size only. */
  readonly growth?: number
  readonly target?: Target
  readonly met?: boolean
}

/** What was measured, by size. */
export type BySize = ReadonlyMap<string, readonly Measured[]>

/** Holds all measurements against the targets: absolute ones and floors at each size, growth at the largest. */
export function judge(measured: BySize): Row[] {
  const sizes = [...measured.keys()].filter((size) => size !== 'any')
  const [smallest, largest] = [sizes[0], sizes.at(-1)]
  const rows: Row[] = []
  for (const [size, all] of measured) {
    for (const one of all) {
      const isLargest = size === largest && size !== smallest
      const small = isLargest
        ? measured.get(smallest ?? '')?.find(({ what }) => what === one.what)
        : undefined
      rows.push(rowOf(one, size, small))
    }
  }
  return rows
}

function rowOf({ what, unit, samples, floor }: Measured, size: string, small: Measured | undefined): Row {
  const target = TARGETS[what]
  // The bad end of a rate is its low one.
  const worst = isRateUnit(unit) ? (numbers: readonly number[]) => percentile(numbers, 0.05) : p95
  const row = {
    what,
    size,
    unit,
    n: samples.length,
    p50: p50(samples),
    p95: worst(samples),
    ...(floor ? { floor: { p50: p50(floor), p95: worst(floor) } } : {}),
    // A floor of nothing has no multiples.
    ...(floor && p50(floor) > 0
      ? { ratio: worst(samples) / worst(floor), ratioOfMedians: p50(samples) / p50(floor) }
      : {}),
    // Nor has nothing grown by a multiple.
    ...(small && p50(small.samples) > 0 ? { growth: growthOf(p50(samples), p50(small.samples), unit) } : {}),
  }
  return target ? { ...row, target, met: isMet(row, target) } : row
}

function growthOf(large: number, small: number, unit: string): number {
  return isRateUnit(unit) ? small / large : large / small
}

function isRateUnit(unit: string): boolean {
  return unit === 'rows/s'
}

function isMet(row: Omit<Row, 'target' | 'met'>, { limit, ofFloor, growth, isRate }: Target): boolean {
  const within = (value: number, bound: number) => (isRate ? value >= bound : value <= bound)
  return (
    (limit === undefined || within(row.p95, limit)) &&
    (ofFloor === undefined || row.ratio === undefined || within(row.ratio, ofFloor)) &&
    (growth === undefined || row.growth === undefined || row.growth <= growth)
  )
}

/** The rows whose medians miss a ratio, which holds on a noisy machine too; milliseconds alone fail nothing. */
export function missedRatios(rows: readonly Row[]): Row[] {
  return rows.filter(({ target, ratioOfMedians, growth }) => {
    const { ofFloor, growth: most, isRate } = target ?? {}
    const overFloor =
      ofFloor !== undefined &&
      ratioOfMedians !== undefined &&
      (isRate ? ratioOfMedians < ofFloor : ratioOfMedians > ofFloor)
    return overFloor || (most !== undefined && growth !== undefined && growth > most)
  })
}
