import type { Measured } from '../measured.ts'
import type { Stage } from '../stage.ts'

/** Messages a second of the first import, request, parsing and commit together; the filling of the cache measured it. */
export async function importing({ imported }: Stage): Promise<Measured[]> {
  const rate = (rows: number, ms: number) => (rows / ms) * 1_000
  const kept = imported.slice(1)
  const samples = kept.map(({ rows, ms }) => rate(rows, ms))
  const floor = kept.map(({ rows, floorMs }) => rate(rows, floorMs))
  const asking = kept.map(({ rows, askingFloorMs }) => rate(rows, askingFloorMs))
  return [
    { what: 'first import', unit: 'rows/s', samples, floor },
    { what: 'the same beside a floor that asks', unit: 'rows/s', samples, floor: asking },
  ]
}
