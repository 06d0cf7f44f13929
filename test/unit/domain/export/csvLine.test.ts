import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvLine } from '../../../../lib/domain/export/csvLine.ts'
import { HOSTILE_TEXTS } from '../../../fixtures/hostile/hostileTexts.ts'

/** Read by somebody else's parser. */
const read = (csv: string) => Papa.parse<string[]>(csv, { newline: '\r\n', delimiter: ',' }).data

const asRead = (cell: string) => cell.replace(/^'(?=[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u, '')

test.each([
  '=1+1',
  '+49 30 1234',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =cmd|calc',
  '\u200B=1',
  '＝1+1',
  '=HYPERLINK("https://evil.example","here")',
])('%j is text to a spreadsheet', (text) => {
  expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/)
  expect(asRead(read(csvLine([text]))[0]?.[0] ?? '')).toBe(text)
})

test.each(['plain', 'a - b', '1=1', 'mail@example.org'])('%j stays as it is', (text) => {
  expect(csvLine([text])).toBe(`${text}\r\n`)
})

test('whatever is written comes back, cell by cell and line by line', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', '=', '-', "'", 'x', '\t') }),
    fc.constantFrom(...HOSTILE_TEXTS),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const back = read(rows.map(csvLine).join('')).slice(0, rows.length)
      expect(back.map((row) => row.map(asRead))).toEqual(rows.map((row) => row.map(asRead)))
    }),
    { numRuns: 300 },
  )
})
