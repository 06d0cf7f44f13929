import type { Measured } from '../measured.ts'
import type { Stage } from '../stage.ts'

/** Messages a second of the first import, request, parsing and commit together; the filling of the cache measured it. */
export async function importing({ imported }: Stage): Promise<Measured[]> {
  const rate = (rows: number, ms: number) => (rows / ms) * 1_000
  const kept = imported.slice(1)
  return [
    {
      what: 'first import',
      unit: 'rows/s',
      samples: kept.map(({ rows, ms }) => rate(rows, ms)),
      floor: kept.map(({ rows, floorMs }) => rate(rows, floorMs)),
    },
  ]
}
