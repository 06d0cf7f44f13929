import { expect, test } from 'vitest'
import { NO_PLACE, placeIn, whereToGoOn } from '../../../../components/conversation-list/ListPlace.ts'

test('a place follows its conversation when newer ones come in above it', () => {
  expect(placeIn(['new', 'a', 'b', 'c'], { ids: ['a', 'b', 'c'], at: 1 })).toEqual({
    ids: ['new', 'a', 'b', 'c'],
    at: 2,
  })
})

test('where its conversation was put away, the place is what came after it, else what came before', () => {
  expect(placeIn(['a', 'c'], { ids: ['a', 'b', 'c'], at: 1 }).at).toBe(1)
  expect(placeIn(['a', 'b'], { ids: ['a', 'b', 'c'], at: 2 }).at).toBe(1)
  // One that was put away from the open conversation goes on with what is at the place after it, which may be none.
  expect(placeIn(['a', 'b'], { ids: ['a', 'b', 'c'], at: 3 }).at).toBe(1)
})

test('nothing was chosen in a list that was only looked at, nor in one that has nothing of the old one', () => {
  expect(placeIn(['a', 'b'], NO_PLACE)).toEqual({ ids: ['a', 'b'], at: -1 })
  expect(placeIn(['d'], { ids: ['a', 'b'], at: 0 }).at).toBe(-1)
  expect(whereToGoOn(NO_PLACE, ['a'])).toBeNull()
})
