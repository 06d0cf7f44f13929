import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SendState } from '../../../lib/domain/intent.ts'
import { IllegalMoveError, moveSend, SEND_MOVES } from '../../../lib/domain/outboxMoves.ts'
import { makeSend } from '../../fixtures/makeSend.ts'

const STATES: SendState[] = ['scheduled', 'held', 'queued', 'sending', 'sent', 'failed', 'unconfirmed']
/** Design 6; `queued → scheduled` where its time is long past, `queued → failed` where the key is rejected before anything was posted, `sending → queued` where nothing left. */
const LEGAL = [
  'scheduled>held',
  'scheduled>queued',
  'queued>scheduled',
  'held>queued',
  'queued>sending',
  'queued>failed',
  'sending>sent',
  'sending>failed',
  'sending>unconfirmed',
  'sending>queued',
  'unconfirmed>sent',
  'unconfirmed>queued',
  'failed>queued',
]
const state = fc.constantFrom(...STATES)

test.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))(
  '%s → %s is as designed',
  (from, to) => {
    const send = makeSend({ conversationId: 'c', state: from })
    if (LEGAL.includes(`${from}>${to}`)) expect(moveSend(send, to).state).toBe(to)
    else expect(() => moveSend(send, to)).toThrow(IllegalMoveError)
  },
)

test('on no path does a reply in doubt, a failed or a scheduled one, go out without being queued again first', () => {
  fc.assert(
    fc.property(fc.array(state, { maxLength: 40 }), (wishes) => {
      const path: SendState[] = ['queued']
      let send = makeSend({ conversationId: 'c' })
      for (const wish of wishes) {
        if (!SEND_MOVES[send.state].includes(wish)) continue
        send = moveSend(send, wish)
        path.push(wish)
      }
      for (const [index, one] of path.entries()) {
        if (one === 'sending') expect(path[index - 1]).toBe('queued')
        if (one === 'sent') expect(index).toBe(path.length - 1)
      }
    }),
  )
})

test('a move takes its changes along and leaves the reply itself as it was written', () => {
  const send = makeSend({ conversationId: 'c', text: 'Thursday' })
  const moved = moveSend(send, 'sending', { attempts: 1 })
  expect(moved).toEqual({ ...send, state: 'sending', attempts: 1 })
  expect(send.state).toBe('queued')
})
