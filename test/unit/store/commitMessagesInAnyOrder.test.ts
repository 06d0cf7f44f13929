import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReceivedMessage } from '../../../lib/domain/message.ts'
import type { Span } from '../../../lib/domain/span.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { runs } from '../runs.ts'
import { makeThread } from './makeThread.ts'

interface Page {
  received: ReceivedMessage[]
  stretch: Omit<Span, 'conversationId'>
}

const MESSAGES = 13
const SENT = 'On my way'
/** A thread of both sides that ends with theirs, in which every fourth message is the same reply of ours. */
const HISTORY = Array.from({ length: MESSAGES }, (_, i) =>
  makeReceived(1000 + i * 10, {
    ...(i % 2 ? { senderProfileId: 'ACoAAowner', senderName: 'Mira Holm' } : {}),
    text: i % 4 === 3 ? SENT : `No ${i}`,
  }),
)

/** The history cut anywhere into pages, each complete up to the page above it, as pages are read. */
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: MESSAGES - 1 }), { maxLength: 5 })
const pages = cuts.map((at): Page[] => {
  const starts = [0, ...at.toSorted((a, b) => a - b)]
  return starts.map((start, i) => {
    const next = starts[i + 1]
    const received = HISTORY.slice(start, next)
    const from = received[0]?.sentAt ?? 0
    const to = (next === undefined ? received.at(-1)?.sentAt : HISTORY[next]?.sentAt) ?? from
    return { received, stretch: { from, to, cursor: `below-${from}`, cursorAt: 0, beginning: start === 0 } }
  })
})
/** Every page at least once, in any order, some again. */
const visits = pages.chain((all) =>
  fc
    .tuple(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.array(fc.constantFrom(...all), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([once, again, together]) => ({ pages: [...once, ...again], together })),
)

async function worldAfter(plan: readonly Page[], together: boolean) {
  const { db, id, commit } = await makeThread()
  await db.outbox.bulkAdd(
    [0, 1].map(() => makeSend({ conversationId: id, state: 'sent', text: SENT, knownUpTo: 0 })),
  )
  const runs: Awaited<ReturnType<typeof commit>>[] = []
  if (together) runs.push(...(await Promise.all(plan.map((page) => commit(page.received, page)))))
  else for (const page of plan) runs.push(await commit(page.received, page))
  const messages = await db.messages.orderBy('sentAt').toArray()
  return {
    rows: messages.map(({ intentId: _, conversationId: _2, id: _3, ...row }) => row),
    spans: (await spansOf(db, id)).map(({ conversationId: _, ...span }) => span),
    newest: (await db.conversations.get(id))?.preview?.text,
    added: runs.reduce((sum, run) => sum + run.added, 0),
    arrivals: runs.flatMap((run) => run.arrivals),
    bubbles: messages.filter((one) => one.text === SENT).length + (await db.outbox.count()),
    fromHere: messages.filter((one) => one.intentId !== undefined).length,
  }
}

test('however a thread comes (cut, shuffled, repeated, at once), it ends as the same rows and spans', async () => {
  const whole = {
    from: 1000,
    to: HISTORY.at(-1)?.sentAt ?? 0,
    cursor: 'below-1000',
    cursorAt: 0,
    beginning: true,
  }
  await fc.assert(
    fc.asyncProperty(visits, async ({ pages: plan, together }) => {
      const { rows, spans, newest, added } = await worldAfter(plan, together)
      expect(rows.map((row) => [row.key, row.text, row.own])).toEqual(
        HISTORY.map((one, i) => [one.key, one.text, i % 2 === 1]),
      )
      expect(spans).toEqual([whole])
      expect(newest).toBe(HISTORY.at(-1)?.text)
      expect(added).toBe(MESSAGES)
    }),
    { numRuns: runs(40, 400) },
  )
})

test('however it comes, each message is told at most once, the newest of theirs always, and each reply is one bubble', async () => {
  await fc.assert(
    fc.asyncProperty(visits, async ({ pages: plan, together }) => {
      const { arrivals, bubbles, fromHere } = await worldAfter(plan, together)
      const ids = arrivals.map((one) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(arrivals.filter((one) => one.own)).toEqual([])
      expect(arrivals.map((one) => one.sentAt)).toContain(1000 + (MESSAGES - 1) * 10)
      expect(bubbles).toBe(Math.floor(MESSAGES / 4))
      expect(fromHere).toBe(2)
    }),
    { numRuns: runs(40, 400) },
  )
})
