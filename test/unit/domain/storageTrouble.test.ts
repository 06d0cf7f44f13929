import { expect, test } from 'vitest'
import { fullAfter, isFullError, type StorageFull } from '../../../lib/domain/storageTrouble.ts'

const MINUTE = 60_000

test('while the disk stays full, runs come with doubling pauses of at most 15 minutes', () => {
  const pauses: number[] = []
  let full: StorageFull | null = null
  for (let failure = 0; failure < 7; failure++) {
    full = fullAfter(full, 1_000)
    pauses.push((full.nextTryAt - 1_000) / MINUTE)
  }
  expect(pauses).toEqual([1, 2, 4, 8, 15, 15, 15])
})

test('it is known since when the disk has been full', () => {
  expect(fullAfter(fullAfter(null, 5), 70_000).since).toBe(5)
})

const quota = { name: 'QuotaExceededError' }

test.each([
  ['the browser’s own error', quota, true],
  ['a transaction that was aborted for it', { name: 'AbortError', inner: quota }, true],
  [
    'a bulk of rows that failed for it',
    { name: 'BulkError', failures: [{ name: 'AbortError', inner: quota }] },
    true,
  ],
  ['a transaction aborted for another reason', { name: 'AbortError', inner: { name: 'DataError' } }, false],
  ['a closed database', { name: 'DatabaseClosedError' }, false],
  ['a text', 'QuotaExceededError', false],
  ['nothing', undefined, false],
])('want of room is known by its name: %s', (_, error, full) => {
  expect(isFullError(error)).toBe(full)
})

test('an error that holds itself is looked at, not followed forever', () => {
  const error: { name: string; inner?: unknown } = { name: 'AbortError' }
  error.inner = error
  expect(isFullError(error)).toBe(false)
})
