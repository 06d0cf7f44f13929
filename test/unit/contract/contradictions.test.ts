import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Section 8 of the contract, and where each line has its tests. 30 is about the signature of webhooks, which an
// extension cannot receive.
const FILES = {
  accounts: [17, 18, 19, 20],
  envelopes: [21, 22, 25, 26, 31],
  errors: [1],
  limits: [12, 13, 14, 15],
  lists: [2, 3, 6, 7, 29],
  messages: [4, 5, 8, 9, 27, 28],
  sends: [10, 11, 16, 23, 24],
}

test('each contradiction but the 30th has a test that is named after it', () => {
  const folder = new URL('.', import.meta.url)
  const found: number[] = []
  for (const file of readdirSync(folder)) {
    const names = readFileSync(new URL(file, folder), 'utf8').matchAll(/'8\.(\d+) [^']+'/g)
    const numbers = [...new Set([...names].map((name) => Number(name[1])))].sort((a, b) => a - b)
    if (numbers.length > 0)
      expect(numbers, file).toEqual(FILES[file.replace('.test.ts', '') as keyof typeof FILES])
    found.push(...numbers)
  }
  const all = Array.from({ length: 31 }, (_, index) => index + 1).filter((number) => number !== 30)
  expect(found.sort((a, b) => a - b)).toEqual(all)
})
