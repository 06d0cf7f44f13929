import type { Row } from './judge.ts'

const HEAD = [
  'what',
  'cache',
  'p50',
  'p95',
  'floor p50',
  'floor p95',
  'ratio',
  '200k : 2k',
  'target',
  'verdict',
]
const BLANK = ''

/** The rows as one Markdown table, in columns that line up. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)))
  const [head = '', ...body] = lines.map(
    (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [head, rule, ...body].join('\n')
}

function cellsOf(row: Row): string[] {
  const { what, size, unit, floor, ratio, growth, target, met } = row
  const value = (number: number) => `${shown(number)}${unit ? ` ${unit}` : ''}`
  return [
    what,
    size,
    value(row.p50),
    value(row.p95),
    floor ? value(floor.p50) : BLANK,
    floor ? value(floor.p95) : BLANK,
    ratio === undefined ? BLANK : ratio.toFixed(2),
    growth === undefined ? BLANK : growth.toFixed(2),
    target ? targetText(row) : BLANK,
    met === undefined ? BLANK : met ? 'met' : 'MISSED',
  ]
}

function targetText({ target = {}, unit }: Row): string {
  const sign = target.isRate ? '≥' : '≤'
  return [
    target.limit === undefined ? BLANK : `${sign} ${target.limit}${unit ? ` ${unit}` : ''}`,
    target.ofFloor === undefined ? BLANK : `${sign} ${target.ofFloor} × floor`,
    target.growth === undefined ? BLANK : `growth ≤ ${target.growth}`,
  ]
    .filter((part) => part !== BLANK)
    .join(', ')
}

function shown(number: number): string {
  if (!Number.isFinite(number)) return '–'
  return Math.abs(number) >= 100 || Number.isInteger(number) ? String(Math.round(number)) : number.toFixed(1)
}
