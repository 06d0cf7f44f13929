import { expect, test } from 'vitest'
import { createOutbox } from '../../../lib/outbox/drain.ts'
import { addFile, filesInBox, keepContent, removeFile } from '../../../lib/store/intents/files.ts'
import { discardReply, editReply, enqueueReply, sendAgain } from '../../../lib/store/intents/replies.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { type Harness, makeHarness } from '../harness.ts'
import { until } from '../patience.ts'

const UPLOAD = 'POST /conversations/upload-attachment'
const SEND = 'POST /conversations/send'
const BYTES = Uint8Array.from({ length: 2000 }, (_, at) => at % 251)

async function inbox() {
  const harness = await makeHarness({ conversations: 6, accounts: 1 })
  await harness.connected()
  const row = await harness.db.conversations.filter((one) => one.channel === 'inbox').first()
  if (!row) throw new Error('No conversation was imported')
  harness.sandbox.clearRecorder()
  const uploads = () => harness.sandbox.requests({ route: UPLOAD }).length
  const posts = () => harness.sandbox.requests({ route: SEND }).length
  const state = async () => (await sendsOf(harness.db, row.id)).map((send) => send.state)
  return { harness, row, uploads, posts, state }
}

async function attach(harness: Harness, conversationId: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    const facts = { name, mediaType: 'image/png', byteSize: BYTES.length }
    const { id } = await addFile(harness.db, conversationId, facts, harness.now())
    await keepContent(harness.db, id, BYTES.slice().buffer)
  }
}

const left = async ({ db }: Harness) => [await db.files.count(), await db.fileContents.count()]

test('files go up and out with their reply, in order and byte by byte, and leave this computer', async () => {
  const { harness, row, uploads } = await inbox()
  await attach(harness, row.id, 'one.png', 'two & three.png')
  await harness.reply(row.id, 'Both')
  expect(harness.sandbox.deliveries(row.key)).toMatchObject([
    { text: 'Both', files: ['one.png', 'two & three.png'] },
  ])
  expect(uploads()).toBe(2)
  for (const { bytes } of harness.sandbox.world.assets) expect(bytes.equals(BYTES)).toBe(true)
  expect(await left(harness)).toEqual([0, 0])
  const sent = await harness.db.messages.filter((message) => message.text === 'Both').first()
  expect(sent?.attachments.map(({ name }) => name)).toEqual(['one.png', 'two & three.png'])
  expect(harness.sandbox.violations()).toEqual([])
})

test('a reply without files names none, and takes no files of another conversation', async () => {
  const { harness, row } = await inbox()
  await attach(harness, 'another/inbox/thread', 'theirs.png')
  await harness.reply(row.id, 'Bare')
  expect(harness.sandbox.deliveries(row.key)).toMatchObject([{ text: 'Bare', files: [] }])
  expect(await left(harness)).toEqual([1, 1])
})

test('an upload that succeeded is not repeated while its send waits, until it may have become stale', async () => {
  const { harness, row, uploads } = await inbox()
  const pause = { status: 429, headers: { 'Retry-After': '60' }, body: { error: 'Slow down' } }
  harness.sandbox.fault({ route: SEND, effect: pause, times: 2 })
  await attach(harness, row.id, 'one.png')
  await harness.reply(row.id, 'Again')
  harness.clock.ahead += 61_000
  await harness.outbox.drain()
  expect(uploads()).toBe(1)
  harness.clock.ahead += 31 * 60_000
  await harness.outbox.drain()
  expect(uploads()).toBe(2)
  expect(harness.sandbox.deliveries(row.key)).toMatchObject([{ text: 'Again', files: ['one.png'] }])
})

test.each([400, 502])(
  'what a send named that ended with %i goes up again before it is sent again',
  async (status) => {
    const { harness, row, uploads } = await inbox()
    harness.sandbox.fault({ route: SEND, effect: { status, body: { error: 'No such attachment' } } })
    await attach(harness, row.id, 'one.png', 'two.png')
    const intent = await harness.reply(row.id, 'Again')
    expect(uploads()).toBe(2)
    await sendAgain(harness.db, intent.id, harness.now())
    await harness.outbox.drain()
    expect(uploads()).toBe(4)
    expect(harness.sandbox.deliveries(row.key)).toMatchObject([{ files: ['one.png', 'two.png'] }])
  },
)

test('of several files, only those that are not up yet are sent up again', async () => {
  const { harness, row, uploads, posts, state } = await inbox()
  harness.sandbox.fault({ route: UPLOAD, skip: 1, effect: { status: 500 } })
  await attach(harness, row.id, 'one.png', 'two.png')
  const intent = await harness.reply(row.id, 'Both')
  expect(await state()).toEqual(['failed'])
  const [failed] = await sendsOf(harness.db, row.id)
  expect(failed?.error?.text).toMatch(/^“two.png” could not be uploaded\. .*Try again/)
  expect(posts()).toBe(0)
  await sendAgain(harness.db, intent.id, harness.now())
  await harness.outbox.drain()
  expect(uploads()).toBe(3)
  expect(harness.sandbox.deliveries(row.key)).toMatchObject([{ files: ['one.png', 'two.png'] }])
})

test('without a connection a reply with files waits, and goes out whole', async () => {
  const { harness, row, state, uploads } = await inbox()
  harness.sandbox.fault({ route: UPLOAD, effect: { reset: true } })
  await attach(harness, row.id, 'one.png')
  await harness.reply(row.id, 'Later')
  expect(await state()).toEqual(['queued'])
  harness.clock.ahead += 60_000
  await harness.outbox.drain()
  expect(uploads()).toBe(2)
  expect(harness.sandbox.deliveries(row.key)).toMatchObject([{ text: 'Later', files: ['one.png'] }])
})

test('a reply in doubt is never sent again by itself, nor are its files', async () => {
  const { harness, row, state, uploads, posts } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { hang: true } })
  await attach(harness, row.id, 'one.png')
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  harness.sandbox.clearFaults()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  await harness.reply(row.id, 'Perhaps')
  for (let round = 0; round < 4; round++) {
    harness.clock.ahead += 25_000
    await harness.outbox.drain()
  }
  expect(await state()).toEqual(['unconfirmed'])
  expect([uploads(), posts()]).toEqual([1, 1])
  // Its files stay as long as it can be sent again.
  expect(await left(harness)).toEqual([1, 1])
})

test('a reply that is taken back while its files go up is not sent, and has them in the box again', async () => {
  const { harness, row, uploads, posts } = await inbox()
  harness.sandbox.fault({ route: UPLOAD, effect: { hang: true } })
  await attach(harness, row.id, 'one.png', 'two.png')
  const intent = await enqueueReply(harness.db, row.id, 'No, wait', harness.now())
  const drained = harness.outbox.drain()
  await until(() => uploads() === 1)
  await editReply(harness.db, intent.id, harness.now())
  await drained
  expect([uploads(), posts()]).toEqual([1, 0])
  expect((await filesInBox(harness.db, row.id)).map(({ name }) => name)).toEqual(['one.png', 'two.png'])
  expect((await harness.db.drafts.get(row.id))?.text).toBe('No, wait')
})

test('what is discarded takes its files along; one in the box can be taken away, one that is being sent cannot', async () => {
  const { harness, row } = await inbox()
  await attach(harness, row.id, 'one.png', 'two.png')
  const [first] = await filesInBox(harness.db, row.id)
  await removeFile(harness.db, first?.id ?? '')
  expect(await left(harness)).toEqual([1, 1])
  const intent = await enqueueReply(harness.db, row.id, 'Never mind', harness.now())
  const [second] = await harness.db.files.toArray()
  await removeFile(harness.db, second?.id ?? '')
  expect(await left(harness)).toEqual([1, 1])
  await discardReply(harness.db, intent.id)
  await harness.outbox.drain()
  expect(await left(harness)).toEqual([0, 0])
  expect(harness.sandbox.deliveries()).toEqual([])
})

test('a reply waits for a file that is still being stored; one that never was says so', async () => {
  const { harness, row, state, posts } = await inbox()
  const facts = { name: 'big.mov', mediaType: 'video/quicktime', byteSize: BYTES.length }
  const { id } = await addFile(harness.db, row.id, facts, harness.now())
  const intent = await harness.reply(row.id, 'Quick')
  expect(await state()).toEqual(['queued'])
  await keepContent(harness.db, id, BYTES.slice().buffer)
  harness.clock.ahead += 5_000
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries(row.key)).toMatchObject([{ text: 'Quick', files: ['big.mov'] }])
  await addFile(harness.db, row.id, { ...facts, name: 'lost.mov' }, harness.now())
  await enqueueReply(harness.db, row.id, 'Too quick', harness.now())
  harness.clock.ahead += 60_000
  await harness.outbox.drain()
  const [lost] = await sendsOf(harness.db, row.id)
  expect(lost?.error?.text).toBe(
    '“lost.mov” is not on this computer any more. Edit the reply and attach it again.',
  )
  expect(posts()).toBe(1)
  expect(intent.files?.map(({ name }) => name)).toEqual(['big.mov'])
})

test('a worker that died while files went up is followed by one that sends once', async () => {
  const { harness, row, uploads } = await inbox()
  const release = harness.sandbox.fault({ route: UPLOAD, skip: 1, effect: { hang: true } })
  await attach(harness, row.id, 'one.png', 'two.png')
  await enqueueReply(harness.db, row.id, 'Survivor', harness.now())
  void createOutbox(harness.outboxDeps)
    .drain()
    .catch(() => undefined)
  await until(() => uploads() === 2)
  release()
  harness.restart()
  await harness.outbox.drain()
  expect(uploads()).toBe(3)
  expect(harness.sandbox.deliveries(row.key)).toMatchObject([
    { text: 'Survivor', files: ['one.png', 'two.png'] },
  ])
})
