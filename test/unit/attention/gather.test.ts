import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from '../../../lib/attention/gather.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'

const message = (text: string) => makeMessage({ conversationId: 'account-1/inbox/2-a', text })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what several accounts bring at once is told together, what comes later by itself, each message once', async () => {
  const told: string[][] = []
  const arrived = gather(async (messages) => void told.push(messages.map((one) => one.text)))
  await arrived([message('a')])
  await vi.advanceTimersByTimeAsync(1_000)
  await arrived([message('b'), message('c')])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual([['a', 'b', 'c']])
  await arrived([message('d')])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([['a', 'b', 'c'], ['d']])
})

test('a telling that fails takes nothing with it but itself', async () => {
  const tell = vi.fn(async (messages: unknown[]) => {
    if (messages.length === 1) throw new Error('No notifications here')
  })
  const arrived = gather(tell)
  await arrived([message('?')])
  await vi.advanceTimersByTimeAsync(2_000)
  await arrived([message('?'), message('?')])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(tell.mock.calls.map(([messages]) => messages.length)).toEqual([1, 2])
})
