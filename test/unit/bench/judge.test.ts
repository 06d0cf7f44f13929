import { describe, expect, test } from 'vitest'
import { judge, missedRatios, type Row } from '../../bench/judge.ts'
import type { Measured } from '../../bench/measured.ts'
import { tableOf } from '../../bench/table.ts'

const POPUP = 'popup, first rows'
const SEARCH = 'search, keystroke, warm'
const IMPORT = 'first import'

const popup = (samples: number[], floor: number[]): Measured => ({ what: POPUP, unit: 'ms', samples, floor })
const rate = (samples: number[], floor: number[]): Measured => ({
  what: IMPORT,
  unit: 'rows/s',
  samples,
  floor,
})

function judged(bySize: Record<string, Measured[]>): Row[] {
  return judge(new Map(Object.entries(bySize)))
}

describe('the verdict on measurements', () => {
  test('is met at its floor and missed above it', () => {
    const [at] = judged({ '2k': [popup([100], [100])] })
    const [above] = judged({ '2k': [popup([101], [100])] })
    expect([at?.met, above?.met]).toEqual([true, false])
  })

  test('is missed by p95 alone, which does not fail the check', () => {
    const slowOnce = [...Array.from({ length: 18 }, () => 90), 900, 900]
    const rows = judged({ '2k': [popup(slowOnce, [100])] })
    expect(rows[0]).toMatchObject({ p50: 90, p95: 900, met: false })
    expect(missedRatios(rows)).toEqual([])
  })

  test('takes a limit in milliseconds into account, which does not fail the check either', () => {
    const rows = judged({ '2k': [{ what: SEARCH, unit: 'ms', samples: [51] }] })
    expect(rows[0]?.met).toBe(false)
    expect(missedRatios(rows)).toEqual([])
  })

  test('is missed by what grows with the cache, at the largest size only', () => {
    const rows = judged({
      '2k': [popup([50], [100])],
      '20k': [popup([80], [100])],
      '200k': [popup([65], [100])],
    })
    expect(rows.map(({ growth, met }) => [growth, met])).toEqual([
      [undefined, true],
      [undefined, true],
      [1.3, false],
    ])
    expect(missedRatios(rows).map(({ size }) => size)).toEqual(['200k'])
  })

  test('reads a rate the other way round', () => {
    const rows = judged({ '2k': [rate([80], [100])], '200k': [rate([60], [100])] })
    expect(rows.map(({ met }) => met)).toEqual([true, false])
    expect(rows[1]?.growth).toBeCloseTo(1.33)
    expect(missedRatios(rows).map(({ size }) => size)).toEqual(['200k'])
  })

  test('has no growth from nothing', () => {
    const frames = (samples: number[]): Measured => ({
      what: 'scrolling back, empty frames',
      unit: '',
      samples,
    })
    const rows = judged({ '2k': [frames([0])], '200k': [frames([3])] })
    expect(rows[1]).not.toHaveProperty('growth')
    expect(rows.map(({ met }) => met)).toEqual([true, false])
  })

  test('has no growth where only one size was measured, and no ratio over a floor of nothing', () => {
    const [row] = judged({ '2k': [popup([1], [0])] })
    expect(row).not.toHaveProperty('growth')
    expect(row).not.toHaveProperty('ratio')
  })

  test('stands in a table with a line for each', () => {
    const table = tableOf(judged({ '2k': [popup([101], [100])] })).split('\n')
    expect(table).toHaveLength(3)
    expect(table[2]).toContain('| 1.01  |')
    expect(table[2]).toContain('MISSED')
  })
})
