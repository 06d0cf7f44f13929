import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SendIntent } from '../../../lib/domain/intent.ts'
import { LATEST_MS } from '../../../lib/domain/scheduled.ts'
import { nextDue } from '../../../lib/outbox/drain.ts'
import { discardReply, editReply, enqueueReply, sendAgain } from '../../../lib/store/intents/replies.ts'
import { reschedule, sendScheduledNow } from '../../../lib/store/intents/scheduled.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { type Harness, makeHarness } from '../harness.ts'

const SEND = 'POST /conversations/send'
const HOUR = 3_600_000

async function inbox() {
  const harness = await makeHarness({ conversations: 8, accounts: 1 })
  await harness.connected()
  const row = await harness.db.conversations.filter((one) => one.channel === 'inbox').first()
  if (!row) throw new Error('No conversation was imported')
  const texts = () => harness.sandbox.deliveries(row.key).map(({ text }) => text)
  const later = async (ms: number) => {
    harness.clock.ahead += ms
    await harness.outbox.drain()
  }
  const schedule = async (text: string, inMs = HOUR) => {
    const now = harness.now()
    const intent = await enqueueReply(harness.db, row.id, text, now, { dueAt: now + inMs })
    await harness.outbox.drain()
    return intent
  }
  return { harness, row, texts, later, schedule }
}

const statesOf = async (harness: Harness, id: string) =>
  (await sendsOf(harness.db, id)).map((send: SendIntent) => send.state)

test('a scheduled reply waits for its time, which an alarm is booked for, and goes out once', async () => {
  const { harness, row, texts, later, schedule } = await inbox()
  const { dueAt } = await schedule('Good morning')
  expect(await statesOf(harness, row.id)).toEqual(['scheduled'])
  expect(await nextDue(harness.db, harness.now())).toBe(dueAt)
  await later(HOUR / 2)
  expect(texts()).toEqual([])
  await later(HOUR / 2)
  expect(texts()).toEqual(['Good morning'])
  expect(await statesOf(harness, row.id)).toEqual([])
  await later(HOUR)
  expect(texts()).toEqual(['Good morning'])
  expect(await harness.shown(row.id, 'Good morning')).toBe(1)
})

test('it holds up nothing that is written meanwhile, and joins the line at its end', async () => {
  const { harness, row, texts, later, schedule } = await inbox()
  await schedule('Scheduled')
  await harness.reply(row.id, 'Meanwhile')
  expect(texts()).toEqual(['Meanwhile'])
  harness.sandbox.fault({ route: SEND, effect: { status: 400, body: { error: 'Not today' } } })
  const refused = await harness.reply(row.id, 'Refused')
  harness.sandbox.clearFaults()
  await later(HOUR)
  // A failed reply holds whatever joins the line behind it.
  expect(texts()).toEqual(['Meanwhile'])
  expect(await statesOf(harness, row.id)).toEqual(['failed', 'queued'])
  await discardReply(harness.db, refused.id)
  await harness.outbox.drain()
  expect(texts()).toEqual(['Meanwhile', 'Scheduled'])
})

test('one that is late, as no browser ran, asks instead of going out, and books no alarm', async () => {
  const { harness, row, texts, later, schedule } = await inbox()
  const late = await schedule('Good morning')
  await later(HOUR + LATEST_MS + 1)
  await later(HOUR)
  expect(texts()).toEqual([])
  expect(await statesOf(harness, row.id)).toEqual(['scheduled'])
  expect(await nextDue(harness.db, harness.now())).toBeNull()
  await reschedule(harness.db, late.id, harness.now() + HOUR)
  await later(HOUR)
  expect(texts()).toEqual(['Good morning'])
})

test('one whose time passes while the network is away asks too', async () => {
  const { harness, row, texts, later, schedule } = await inbox()
  await schedule('Good morning')
  await harness.sandbox.pause()
  await later(HOUR)
  expect(await statesOf(harness, row.id)).toEqual(['queued'])
  await harness.sandbox.resume()
  await later(HOUR)
  expect(texts()).toEqual([])
  expect(await statesOf(harness, row.id)).toEqual(['scheduled'])
  const [send] = await sendsOf(harness.db, row.id)
  await sendScheduledNow(harness.db, send?.id ?? '', harness.now())
  await harness.outbox.drain()
  expect(texts()).toEqual(['Good morning'])
})

test('sent now it can be undone as any other; taken back it is a draft; discarded it is gone', async () => {
  const { harness, row, texts, later, schedule } = await inbox()
  await harness.db.settings.put({ key: 'undoSeconds', value: 10 })
  await schedule('First')
  const [first] = await sendsOf(harness.db, row.id)
  await sendScheduledNow(harness.db, first?.id ?? '', harness.now())
  expect(await statesOf(harness, row.id)).toEqual(['held'])
  await later(10_000)
  const second = await schedule('Second')
  await editReply(harness.db, second.id, harness.now())
  expect((await harness.db.drafts.get(row.id))?.text).toBe('Second')
  const third = await schedule('Third')
  await discardReply(harness.db, third.id)
  await later(HOUR)
  expect(texts()).toEqual(['First'])
  expect(await statesOf(harness, row.id)).toEqual([])
})

test('one that failed goes out when asked for again, however late that is', async () => {
  const { harness, row, texts, later, schedule } = await inbox()
  await schedule('Good morning')
  harness.sandbox.fault({ route: SEND, effect: { status: 400, body: { error: 'Not today' } } })
  await later(HOUR)
  harness.sandbox.clearFaults()
  const [failed] = await sendsOf(harness.db, row.id)
  expect(failed?.state).toBe('failed')
  harness.clock.ahead += 5 * HOUR
  await sendAgain(harness.db, failed?.id ?? '', harness.now())
  await harness.outbox.drain()
  expect(texts()).toEqual(['Good morning'])
})

test('a time that is past is refused, and the draft kept', async () => {
  const { harness, row } = await inbox()
  const now = harness.now()
  await harness.db.drafts.put({ conversationId: row.id, text: 'Typed', updatedAt: now })
  await expect(enqueueReply(harness.db, row.id, 'Typed', now, { dueAt: now })).rejects.toThrow(RangeError)
  expect((await harness.db.drafts.get(row.id))?.text).toBe('Typed')
  expect(await statesOf(harness, row.id)).toEqual([])
})

test('in whatever order replies are written, scheduled, moved and workers come: each goes out at most once, never early, never late', async () => {
  const { harness, row } = await inbox()
  let count = 0
  const step = fc.oneof(
    fc.record({ do: fc.constant('schedule' as const), in: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constant('write' as const) }),
    fc.record({ do: fc.constant('now' as const), pick: fc.nat() }),
    fc.record({ do: fc.constant('move' as const), pick: fc.nat(), in: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constant('discard' as const), pick: fc.nat() }),
    // Minutes in which a worker runs at the end, or none does.
    fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const due = new Map<string, number>()
      for (const one of steps) {
        const now = harness.now()
        const waiting = (await sendsOf(harness.db, row.id)).filter(({ state }) => state === 'scheduled')
        const picked = 'pick' in one ? waiting[one.pick % Math.max(1, waiting.length)] : undefined
        if (one.do === 'schedule') {
          const text = `Reply ${++count}`
          due.set(text, now + one.in * 60_000)
          await enqueueReply(harness.db, row.id, text, now, { dueAt: now + one.in * 60_000 })
        } else if (one.do === 'write') {
          const text = `Reply ${++count}`
          due.set(text, now)
          await harness.reply(row.id, text)
        } else if (one.do === 'pass') {
          harness.clock.ahead += one.minutes * 60_000
          await harness.outbox.drain()
        } else if (picked && one.do === 'now') {
          due.set(picked.text, now)
          await sendScheduledNow(harness.db, picked.id, now)
          await harness.outbox.drain()
        } else if (picked && one.do === 'move') {
          due.set(picked.text, now + one.in * 60_000)
          await reschedule(harness.db, picked.id, now + one.in * 60_000)
        } else if (picked && one.do === 'discard') {
          await discardReply(harness.db, picked.id)
          due.delete(picked.text)
        }
        const texts = harness.sandbox.deliveries(row.key).map(({ text }) => text)
        expect(new Set(texts).size).toBe(texts.length)
        const open = (await sendsOf(harness.db, row.id)).map(({ text }) => text)
        for (const [text, at] of due) {
          const sent = texts.includes(text)
          // In one place, always: delivered or still in the outbox.
          expect(open.includes(text)).toBe(!sent)
          if (sent) due.delete(text)
          if (sent) expect(harness.now()).toBeGreaterThanOrEqual(at)
          if (sent) expect(harness.now()).toBeLessThanOrEqual(at + LATEST_MS + 5_000)
        }
      }
      await harness.db.outbox.clear()
    }),
    { numRuns: 60 },
  )
}, 600_000)
