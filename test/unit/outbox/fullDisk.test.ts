import { expect, test } from 'vitest'
import { nextDue } from '../../../lib/outbox/drain.ts'
import { restWhenFull } from '../../../lib/outbox/restWhenFull.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { withRoom } from '../../../lib/store/withRoom.ts'
import { makeDisk } from '../../fixtures/makeDisk.ts'
import { makeHarness } from '../harness.ts'

const SEND = 'POST /conversations/send'

async function onDisk() {
  const disk = makeDisk()
  const harness = await makeHarness({ accounts: 1 })
  await harness.connected()
  const conversation = harness.sandbox.world.conversations().find((one) => one.channel === 'inbox')
  if (!conversation) throw new Error('The world has no conversation')
  const { id } = await harness.conversation(conversation.key)
  const enqueue = (text: string) =>
    withRoom(harness.db, () => enqueueReply(harness.db, id, text, harness.now()))
  const delivered = () => harness.sandbox.deliveries(conversation.key).map((one) => one.text)
  return { disk, harness, id, key: conversation.key, enqueue, delivered }
}

test('on a full disk a reply goes out once and becomes its message, though what else is new cannot be kept', async () => {
  const { disk, harness, id, key, enqueue, delivered } = await onDisk()
  harness.sandbox.receive({ conversation: key, text: 'Does not fit' })
  disk.full = true
  // Room for what the user made is found each time it is asked for, and taken by others right after.
  disk.onCompact = () => {
    disk.full = false
    setTimeout(() => {
      disk.full = true
    }, 20)
  }
  await enqueue('Thursday works')
  disk.full = true
  await harness.outbox.drain()
  expect(delivered()).toEqual(['Thursday works'])
  expect(await harness.shown(id, 'Thursday works')).toBe(1)
  expect(await harness.db.outbox.count()).toBe(0)
})

test('where there is no room even to note that it goes out, a reply stays where it is, and goes out once there is', async () => {
  const { disk, harness, enqueue, delivered } = await onDisk()
  await enqueue('Thursday works')
  disk.full = true
  await expect(harness.outbox.drain()).rejects.toThrow()
  expect(delivered()).toEqual([])
  expect(await harness.db.outbox.toArray()).toMatchObject([{ state: 'queued', text: 'Thursday works' }])
  disk.full = false
  await harness.outbox.drain()
  expect(delivered()).toEqual(['Thursday works'])
})

test('a disk that fills up between sending and noting it: the reply went out once and is found again, never posted twice', async () => {
  const { disk, harness, id, enqueue, delivered } = await onDisk()
  await enqueue('Thursday works')
  harness.sandbox.fault({ route: SEND, effect: { delayMs: 100 } })
  const drain = harness.outbox.drain().catch(() => undefined)
  await expect.poll(() => harness.sandbox.requests({ route: SEND }).length, { interval: 5 }).toBe(1)
  disk.full = true
  await drain
  expect(delivered()).toEqual(['Thursday works'])
  // Still full: it may be looked at, not posted.
  await harness.outbox.drain().catch(() => undefined)
  disk.full = false
  for (let look = 0; look < 3; look++) {
    harness.clock.ahead += 60_000
    await harness.outbox.drain()
  }
  expect(harness.sandbox.requests({ route: SEND })).toHaveLength(1)
  expect(await harness.shown(id, 'Thursday works')).toBe(1)
  expect(await harness.db.outbox.count()).toBe(0)
})

test('a reply in doubt on a full disk is not looked for without pause', async () => {
  const { disk, harness, key, enqueue } = await onDisk()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  await enqueue('Into the void')
  await harness.outbox.drain()
  harness.clock.ahead += 5_000
  harness.sandbox.receive({ conversation: key, text: 'Does not fit' })
  let made = 0
  disk.full = true
  // What was read does not fit; the small note that it was not found does.
  disk.onCompact = () => {
    disk.full = ++made < 1
  }
  await harness.outbox.drain()
  expect(await harness.db.outbox.toArray()).toMatchObject([{ state: 'unconfirmed' }])
  const [row] = await harness.db.outbox.toArray()
  expect(row?.nextAttemptAt).toBeGreaterThan(harness.now() + 10_000)
})

test('what cannot even be noted on a full disk is not due again at once', async () => {
  const { disk, harness, enqueue } = await onDisk()
  await enqueue('Thursday works')
  const { db, outbox, now } = harness
  const line = restWhenFull({ drain: outbox.drain, nextDue: () => nextDue(db, now()) }, now)
  expect(await line.nextDue()).toBeLessThanOrEqual(now())
  disk.full = true
  await expect(line.drain()).rejects.toThrow()
  expect(await line.nextDue()).toBeGreaterThan(now() + 20_000)
  harness.clock.ahead += 31_000
  expect(await line.nextDue()).toBeLessThanOrEqual(now())
})
