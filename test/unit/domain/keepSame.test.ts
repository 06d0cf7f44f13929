import { expect, test } from 'vitest'
import { keepSame } from '../../../lib/domain/keepSame.ts'

const row = (id: string, text = id) => ({ id, text })

test('a row that says the same stays the same object, whatever comes, changes or goes around it', () => {
  const last = [row('a'), row('b'), row('c')]
  const next = keepSame(last, [row('new'), row('b'), row('c', 'edited')])
  expect(next).toEqual([row('new'), row('b'), row('c', 'edited')])
  expect(next[1]).toBe(last[1])
  expect(next[2]).not.toBe(last[2])
})

test('rows of which none changed are the very list that was there', () => {
  const last = [row('a'), row('b')]
  expect(keepSame(last, [row('a'), row('b')])).toBe(last)
  expect(keepSame(last, [row('a')])).toEqual([row('a')])
  expect(keepSame(last, [row('b'), row('a')])).toEqual([row('b'), row('a')])
})
