import { expect, test } from 'vitest'
import { filtersOf, labelFilter, labelOf } from '../../../lib/domain/listFilter.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'

test('a conversation is in the list of its shelf and of all that it is', () => {
  expect(filtersOf(makeConversation({ waiting: 'nobody' }))).toEqual(['all'])
  const much = makeConversation({ shelf: 'inbox', unread: 1, starred: 1, waiting: 'me', labels: ['x'] })
  expect(filtersOf(much)).toEqual(['all', 'unread', 'starred', 'waitingMe', 'label:x'])
  expect(filtersOf(makeConversation({ shelf: 'done', waiting: 'them' }))).toEqual(['done', 'waitingThem'])
})

test('the list of a label names the label', () => {
  expect(labelOf(labelFilter('label:odd'))).toBe('label:odd')
  expect(labelOf('waitingMe')).toBeNull()
})
