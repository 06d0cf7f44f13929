import { expect, test, vi } from 'vitest'
import { Selection } from '../../../../components/selection/Selection.ts'

const ORDER = ['a', 'b', 'c', 'd', 'e']

test('Shift chooses all from the last chosen one on, downwards and upwards', () => {
  const selection = new Selection()
  selection.toggle('b')
  selection.extendTo('d', ORDER)
  expect(selection.getIds()).toEqual(['b', 'c', 'd'])
  selection.extendTo('a', ORDER)
  expect(selection.getIds()).toEqual(['b', 'c', 'd', 'a'])
})

test('Shift on the first chosen one, or on one that the list does not hold, chooses that one', () => {
  const selection = new Selection()
  selection.extendTo('c', ORDER)
  selection.extendTo('z', ORDER)
  expect(selection.getIds()).toEqual(['c', 'z'])
})

test('tells of changes only', () => {
  const selection = new Selection()
  const heard = vi.fn()
  selection.subscribe(heard)
  selection.clear()
  selection.add(['a'])
  selection.add(['a'])
  selection.toggle('a')
  expect(heard).toHaveBeenCalledTimes(2)
})
