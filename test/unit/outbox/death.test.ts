import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import type { SendState } from '../../../lib/domain/intent.ts'
import { createOutbox } from '../../../lib/outbox/drain.ts'
import { addFile, keepContent } from '../../../lib/store/intents/files.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import type { FaultEffect } from '../../sandbox/server/faults'
import { type Harness, makeHarness, makeLocks } from '../harness.ts'
import { mortal } from './mortal.ts'

/** What the API makes of the post: whether it was delivered, and how it answered. */
const OUTCOMES: Record<string, { effect: FaultEffect | null; delivers: boolean }> = {
  'delivered and answered': { effect: null, delivers: true },
  'delivered without an id': { effect: { deliverThen: { status: 200 } }, delivers: true },
  'delivered, then 502': { effect: { deliverThen: { status: 502 } }, delivers: true },
  'delivered, then reset': { effect: { deliverThen: 'reset' }, delivers: true },
  'delivered, answer cut short': { effect: { truncate: 'reset' }, delivers: true },
  refused: { effect: { status: 400, body: { error: 'Not today' } }, delivers: false },
  'refused with 200': { effect: { successFalse: true }, delivers: false },
  'reset before delivery': { effect: { reset: true }, delivers: false },
  'server error': { effect: { status: 500 }, delivers: false },
  slow: { effect: { delayMs: 15 }, delivers: true },
}
const LAST_STEP = 24
const RUNS = 2_000
const SCHEDULED_RUNS = 300
const FILE_RUNS = 300
/** With two uploads on the way. */
const LAST_STEP_WITH_FILES = 44
const FILES = ['chart.png', 'offer.pdf']
const HOUR = 3_600_000

/** Two files in the reply box. */
async function attach({ db, now }: Harness, conversationId: string): Promise<void> {
  for (const name of FILES) {
    const { id } = await addFile(db, conversationId, { name, mediaType: 'image/png', byteSize: 3 }, now())
    await keepContent(db, id, Uint8Array.of(1, 2, 3).buffer)
  }
}

async function oneLife(
  harness: Harness,
  conversationId: string,
  outcome: string,
  lastStep: number,
  text: string,
  { scheduled = false, skip = 0 } = {},
) {
  const { effect } = OUTCOMES[outcome] ?? {}
  const lift = effect ? harness.sandbox.fault({ method: 'POST', skip, effect }) : () => undefined
  const now = harness.now()
  await enqueueReply(harness.db, conversationId, text, now, scheduled ? { dueAt: now + HOUR } : {})
  if (scheduled) harness.clock.ahead += HOUR
  const { deps, life } = mortal({ ...harness.outboxDeps, lock: makeLocks() }, harness.db.name, lastStep)
  const lived = createOutbox(deps).drain()
  await Promise.race([lived, life.died])
  // What the dead worker had handed over still runs: wait until the server and the disk have dealt with it.
  await harness.settled()
  lift()
  deps.db.close()
}

/** Other workers come and go, each looking after what is due. */
async function afterlife(harness: Harness): Promise<void> {
  for (let round = 0; round < 4; round++) {
    harness.clock.ahead += 25_000
    await createOutbox({ ...harness.outboxDeps, lock: makeLocks() }).drain()
  }
}

/** At most one delivery, and what is shown is true. */
async function isRight(harness: Harness, row: Conversation | undefined, text: string, open: SendState[]) {
  const delivered = harness.sandbox.deliveries(row?.key).filter((one) => one.text === text).length
  const shown = await harness.shown(row?.id ?? '', text)
  const [left] = (await sendsOf(harness.db, row?.id ?? '')).filter((send) => send.text === text)
  expect(delivered).toBeLessThanOrEqual(1)
  if (!left) {
    expect({ delivered, shown }).toEqual({ delivered: 1, shown: 1 })
    return
  }
  expect(shown).toBe(0)
  expect(open).toContain(left.state)
  expect(delivered).toBe(0)
  await harness.db.outbox.delete(left.id)
}

test(`a worker that dies at any step of a send leaves at most one delivery and a row that is right (${RUNS} deaths)`, async () => {
  const harness = await makeHarness({ conversations: 30, accounts: 2, messagesPerConversation: 3 })
  await harness.connected()
  const rows = await harness.db.conversations.filter((row) => row.syncedTo !== null).toArray()
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(OUTCOMES)),
      fc.integer({ min: 0, max: LAST_STEP }),
      fc.nat(),
      async (outcome, lastStep, pick) => {
        const row = rows[pick % rows.length]
        const text = `Reply ${++count}`
        const id = row?.id ?? ''
        await oneLife(harness, id, outcome, lastStep, text)
        await afterlife(harness)
        await isRight(harness, row, text, ['failed', 'unconfirmed'])
      },
    ),
    { numRuns: RUNS, seed: 20_261, endOnFailure: true },
  )
}, 600_000)

test(`so it is with a scheduled reply; late, it asks (${SCHEDULED_RUNS} deaths)`, async () => {
  const harness = await makeHarness({ conversations: 30, accounts: 2, messagesPerConversation: 3 })
  await harness.connected()
  const rows = await harness.db.conversations.filter((row) => row.syncedTo !== null).toArray()
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(OUTCOMES)),
      fc.integer({ min: 0, max: LAST_STEP }),
      fc.nat(),
      fc.boolean(),
      async (outcome, lastStep, pick, slept) => {
        const row = rows[pick % rows.length]
        const text = `Scheduled ${++count}`
        await oneLife(harness, row?.id ?? '', outcome, lastStep, text, { scheduled: true })
        if (slept) harness.clock.ahead += HOUR
        await afterlife(harness)
        await isRight(harness, row, text, [
          'failed',
          'unconfirmed',
          ...(slept ? (['scheduled'] as const) : []),
        ])
      },
    ),
    { numRuns: SCHEDULED_RUNS, seed: 20_261, endOnFailure: true },
  )
}, 300_000)

test(`so it is with a reply that has files, which go up once and stay until it is settled (${FILE_RUNS} deaths)`, async () => {
  const harness = await makeHarness({ conversations: 30, accounts: 2, messagesPerConversation: 3 })
  await harness.connected()
  const rows = await harness.db.conversations.filter((row) => row.channel === 'inbox').toArray()
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(OUTCOMES)),
      fc.integer({ min: 0, max: LAST_STEP_WITH_FILES }),
      fc.nat(),
      // Which of the posts it happens to: an upload, the other, or the send.
      fc.integer({ min: 0, max: 2 }),
      async (outcome, lastStep, pick, skip) => {
        const row = rows[pick % rows.length]
        const text = `With files ${++count}`
        await attach(harness, row?.id ?? '')
        await oneLife(harness, row?.id ?? '', outcome, lastStep, text, { skip })
        await afterlife(harness)
        const [delivered] = harness.sandbox.deliveries(row?.key).filter((one) => one.text === text)
        if (delivered) expect(delivered.files).toEqual(FILES)
        expect(await harness.db.files.count()).toBe(delivered ? 0 : FILES.length)
        await isRight(harness, row, text, ['failed', 'unconfirmed'])
        await harness.outbox.drain()
        expect(await harness.db.fileContents.count()).toBe(0)
      },
    ),
    { numRuns: FILE_RUNS, seed: 20_262, endOnFailure: true },
  )
  expect(harness.sandbox.violations()).toEqual([])
}, 300_000)
