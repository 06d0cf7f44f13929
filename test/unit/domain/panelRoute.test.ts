import { expect, it } from 'vitest'
import { hashOf, parseRoute, type Route } from '../../../lib/domain/panelRoute.ts'

it.each<Route>([
  { page: 'list' },
  { page: 'list', filter: 'unread' },
  { page: 'conversation', id: 'acc%2F1/inbox/2-abc==' },
  { page: 'conversation', id: 'a/inbox/2-abc==', at: 'a/inbox/2-abc==#2-x?&=' },
  { page: 'conversation', id: 'a/inbox/2-abc==', reply: true },
  { page: 'search', query: 'zürich & co?' },
  { page: 'new', profile: 'https://www.linkedin.com/in/anna-ek/?x=1&y=2' },
  { page: 'new', profile: '' },
])('finds its way back: %o', (route) => {
  expect(parseRoute(hashOf(route))).toEqual(route)
})

it('follows the addresses others open', () => {
  expect(parseRoute(`#/c/${encodeURIComponent('a/inbox/k')}`)).toEqual({
    page: 'conversation',
    id: 'a/inbox/k',
  })
  expect(parseRoute('#/search?q=hello%20there')).toEqual({ page: 'search', query: 'hello there' })
})

it.each(['', '#', '#/', '#/c/', '#/c/%E0%A4%A', '#/elsewhere'])('takes "%s" for the list', (hash) => {
  expect(parseRoute(hash)).toEqual({ page: 'list' })
})
