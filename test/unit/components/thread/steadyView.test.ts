import { expect, it } from 'vitest'
import { type SteadyView, steadyView } from '../../../../components/thread/steadyView.ts'
import { timelineOf } from '../../../../lib/domain/timeline.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'

const items = (keys: string) =>
  timelineOf({
    messages: [...keys].map((key, at) => makeMessage({ conversationId: 'c', key, id: key, sentAt: at + 1 })),
    sends: [],
    spans: [],
    before: null,
  })
const shown = (keys: string): SteadyView => ({ source: items(keys), items: items(keys), shift: false })
const step = (before: string, after: string, firstVisible: number) => {
  const view = steadyView(shown(before), items(after), firstVisible)
  return [view.items.map((item) => item.key).join(''), view.shift]
}

it('keeps the place from the end when older messages come in above', () => {
  expect(step('def', 'abcdef', 0)).toEqual(['abcdef', true])
})

it('keeps it from the start when something comes in below', () => {
  expect(step('abc', 'abcd', 1)).toEqual(['abcd', false])
})

it('fills a gap above what is being read from the end, and below it from the start', () => {
  expect(step('abyz', 'abmnyz', 3)).toEqual(['abmnyz', true])
  expect(step('abyz', 'abmnyz', 0)).toEqual(['abmnyz', false])
})

it('takes two steps where both ends grow', () => {
  expect(step('cd', 'abcdef', 0)).toEqual(['abcd', true])
})

it('starts anew where nothing is left of the old list, or its last item went', () => {
  expect(step('', 'ab', 0)).toEqual(['ab', false])
  expect(step('abc', 'ab', 0)).toEqual(['ab', false])
  expect(step('abc', '', 0)).toEqual(['', false])
})
