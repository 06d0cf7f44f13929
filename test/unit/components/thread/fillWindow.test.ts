import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, mostThatFit } from '../../../../components/thread/fillWindow.ts'
import type { Message } from '../../../../lib/domain/message.ts'
import { timelineOf } from '../../../../lib/domain/timeline.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'

function screenOf(texts: readonly string[], total: number) {
  const messages = texts.map((text) => makeMessage({ conversationId: 'account-1/inbox/2-a', text }))
  const before = texts.length < total ? makeMessage({ conversationId: 'account-1/inbox/2-a' }) : null
  return { conversation: null, messages, before, sends: [], spans: [], triage: null }
}

test('short messages fill a window as they are; long ones need fewer, and the one before them is told', () => {
  const few = screenOf(Array(5).fill('Yes'), 5)
  expect(fill(few, 800)).toBe(few)
  const long = screenOf(Array(20).fill('word '.repeat(64)), 100)
  const filled = fill(long, 800)
  expect(filled.messages.length).toBeLessThan(10)
  expect(filled.messages.at(-1)).toBe(long.messages.at(-1))
  expect(filled.before).toBe(long.messages.at(-1 - filled.messages.length))
})

test('no window has room for more than are read, however short and close together they are', () => {
  const short = screenOf(Array(60).fill('Yes'), 100)
  for (const height of [0, 400, 720, 800, 1600])
    expect(fill(short, height).messages.length).toBeLessThanOrEqual(mostThatFit(height))
})

test('what stands around bubbles counts: groups of others, which have a name and a time, need fewer than one group', () => {
  const hours = (apart: number) =>
    Array.from({ length: 30 }, (_, n) =>
      makeMessage({
        conversationId: 'account-1/inbox/2-a',
        own: false,
        sentAt: Date.UTC(2026, 2, 3) + n * apart,
      }),
    )
  const countOf = (messages: Message[]) => fill({ ...screenOf([], 0), messages }, 800).messages.length
  expect(countOf(hours(10 * 60_000))).toBeLessThan(countOf(hours(1_000)))
})

test('the newest messages stay, without a hole, and fill the window with a line of 20 px for 80 letters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 400 }), { maxLength: 30 }),
      fc.integer({ min: 0, max: 1600 }),
      (texts, height) => {
        const screen = screenOf(texts, 100)
        const filled = fill(screen, height)
        const { messages } = filled
        expect(messages).toEqual(messages.length === 0 ? [] : screen.messages.slice(-messages.length))
        const lines = messages.flatMap(({ text }) => text.split('\n')).map(({ length }) => length / 80)
        const texted = lines.reduce(
          (sum, one) => sum + 20 * Math.max(1, Math.ceil(one)),
          16 * messages.length,
        )
        // A day, and a group with a name above and a time below, add as much at most.
        const around = timelineOf(filled).reduce(
          (sum, { day, first, last }) => sum + (day ? 40 : 0) + (first ? 28 : 0) + (last ? 18 : 0),
          0,
        )
        expect(messages.length === texts.length || texted + around >= Math.max(400, height) - 180).toBe(true)
      },
    ),
  )
})
