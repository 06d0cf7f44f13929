import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, mostThatFit } from '../../../../components/thread/fillWindow.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'

function screenOf(texts: readonly string[], total: number) {
  const messages = texts.map((text) => makeMessage({ conversationId: 'account-1/inbox/2-a', text }))
  const before = texts.length < total ? makeMessage({ conversationId: 'account-1/inbox/2-a' }) : null
  return { conversation: null, messages, before, sends: [], spans: [], triage: null }
}

test('short messages fill a window as they are; long ones need fewer, and the one before them is told', () => {
  const short = screenOf(Array(mostThatFit(800)).fill('Yes'), 100)
  expect(fill(short, 800)).toBe(short)
  const long = screenOf(Array(20).fill('word '.repeat(64)), 100)
  const filled = fill(long, 800)
  expect(filled.messages.length).toBeLessThan(10)
  expect(filled.messages.at(-1)).toBe(long.messages.at(-1))
  expect(filled.before).toBe(long.messages.at(-1 - filled.messages.length))
})

test('the newest messages stay, without a hole, and fill the window at one line of 19 px for 80 letters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 400 }), { maxLength: 30 }),
      fc.integer({ min: 0, max: 1600 }),
      (texts, height) => {
        const screen = screenOf(texts, 100)
        const { messages } = fill(screen, height)
        expect(messages).toEqual(messages.length === 0 ? [] : screen.messages.slice(-messages.length))
        const lines = messages.flatMap(({ text }) => text.split('\n')).map(({ length }) => length / 80)
        const most = lines.reduce((sum, one) => sum + 19 * Math.max(1, Math.ceil(one)), 16 * messages.length)
        expect(messages.length === texts.length || most >= Math.max(400, height) - 120).toBe(true)
      },
    ),
  )
})
