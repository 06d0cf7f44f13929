import { expect, test } from 'vitest'
import { provenBy } from '../../../lib/domain/recalled.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'

const MINUTE = 60_000
const NOW = 1_000 * MINUTE
const ago = (minutes: number) => NOW - minutes * MINUTE
const page = { messages: [makeReceived(ago(50)), makeReceived(ago(10))], rejected: 0, serverNow: NOW }
const WITHIN = { above: ago(50), below: ago(10) }

test.each([
  [
    'a page somewhere in the thread: all between its ends',
    { head: false, synced: false },
    { ...WITHIN, synced: false },
  ],
  [
    'and not beyond them, though LinkedIn was asked',
    { head: false, synced: true },
    { ...WITHIN, synced: true },
  ],
  [
    'the newest page: no more, as the store of the API may be behind',
    { head: true, synced: false },
    { ...WITHIN, synced: false },
  ],
  [
    'the newest page from LinkedIn itself: all up to two minutes ago',
    { head: true, synced: true },
    { above: ago(50), below: ago(2), synced: true },
  ],
  ['a page with a row that could not be read: nothing', { head: true, synced: true, rejected: 1 }, null],
  ['a page without messages: nothing', { head: true, synced: true, messages: [] }, null],
  [
    'a page of a single message: nothing',
    { head: false, synced: true, messages: [makeReceived(ago(9))] },
    null,
  ],
  [
    'a page of one moment: nothing',
    { head: false, synced: true, messages: [makeReceived(7), makeReceived(7, { key: 'b' })] },
    null,
  ],
  [
    'what was sent in the last two minutes: nothing',
    { head: true, synced: true, messages: [makeReceived(ago(1.5)), makeReceived(ago(1))] },
    null,
  ],
] as const)('%s', (_, change, expected) => {
  expect(provenBy({ ...page, ...change })).toEqual(expected)
})
