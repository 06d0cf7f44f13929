import { describe, expect, test } from 'vitest'
import { openConversation } from '../../../lib/sync/openConversation.ts'
import type { Harness } from '../harness.ts'
import { DIALECTS, expectTheWorld, inEachDialect, makeInbox, readAll, threadOf } from './support.ts'

// Contradictions about messages (contract 8): 4, 5, 8, 9, 27, 28.

test.each(DIALECTS)(
  '8.4 sync default: every read of a thread says whether it waits for LinkedIn (%s dialect)',
  async (dialect) => {
    const harness = await readAll(await makeInbox({ dialect }))
    harness.sandbox.receive({ text: 'New' })
    await harness.pull()
    const reads = harness.sandbox.requests({ route: 'GET /conversations/:urn/messages' })
    expect(new Set(reads.map((read) => read.query.sync))).toEqual(new Set(['true', 'false']))
  },
)

describe('8.5 direction', () => {
  test.each(
    inEachDialect(
      { owner: 'lying', sender: 'senderProfileId' },
      { owner: 'lying', sender: 'senderId' },
      { owner: 'lying', sender: 'object' },
      { owner: 'lying', sender: 'none' },
      { owner: 'absent', sender: 'senderId' },
      { owner: 'absent', sender: 'none' },
      { owner: 'lying', sender: 'none', participants: 'empty' },
    ),
  )('8.5 direction: $said in the $dialect dialect', async ({ dialect, wire }) => {
    const harness = await readAll(await makeInbox({ dialect, wire }))
    await expectTheWorld(harness)
  })

  test.each(
    inEachDialect(
      { owner: 'lying', senderName: 'absent', sender: 'senderProfileId', profile: 'opaque' },
      { owner: 'lying', senderName: 'absent', sender: 'senderId', profile: 'urn' },
      { owner: 'lying', senderName: 'absent', sender: 'object', profile: 'slug', participants: 'others' },
    ),
  )('8.5 direction: by the id alone, $said in the $dialect dialect', async ({ dialect, wire }) => {
    // Sales Navigator names people without any id, so that a slug says nothing there.
    const accounts = [{ name: 'Mara Lindqvist', salesNavigator: false }]
    const harness = await readAll(await makeInbox({ dialect, wire, accounts }))
    await expectTheWorld(harness)
  })

  test.each(inEachDialect({ owner: 'true', senderName: 'absent', sender: 'none' }))(
    '8.5 direction: by isSentByOwner only where nothing else is told ($dialect dialect)',
    async ({ dialect, wire }) => {
      await expectTheWorld(await readAll(await makeInbox({ dialect, wire })))
    },
  )

  test.each(
    // Nothing but the URN of the thread can tell whose mailbox it is.
    inEachDialect({
      sender: 'senderProfileId',
      profile: 'opaque',
      senderName: 'absent',
      owner: 'lying',
      conversationUrn: 'primary',
    }),
  )(
    '8.5 direction: an account whose first thread came after its import knows its owner too ($dialect dialect)',
    async ({ dialect, wire }) => {
      const harness = await makeInbox({ dialect, wire, conversations: 0 })
      await harness.connected()
      const { conversation } = harness.sandbox.receive({ newConversation: true, text: 'Hello' })
      harness.sandbox.writeElsewhere(conversation, 'Hello yourself')
      await harness.pull()
      await harness.pull()
      await expectTheWorld(harness)
    },
  )
})

describe('one message under two mailbox prefixes', () => {
  test.each(inEachDialect({ mailbox: 'both' }, { mailbox: 'other' }, { mailbox: 'backend' }))(
    'is one row: $said in the $dialect dialect',
    async ({ dialect, wire }) => {
      await expectTheWorld(await readAll(await makeInbox({ dialect, wire })))
    },
  )

  test('is one row, told once, though every answer spells it anew', async () => {
    const harness = await makeInbox({ dialect: 'mixed' })
    await readAll(harness)
    const { conversation } = harness.sandbox.receive({ text: 'Only once' })
    const { id } = await harness.conversation(conversation)
    for (let look = 0; look < 6; look++) {
      await harness.pull()
      harness.clock.ahead += 61_000
      await openConversation(harness.sync, id)
    }
    await expectTheWorld(harness)
    expect(harness.arrivals.map((message) => message.text)).toEqual(['Only once'])
  })
})

async function withAttachment(harness: Harness): Promise<Harness> {
  const { world } = harness.sandbox
  const conversation = threadOf(harness)
  const url = 'https://www.linkedin.com/dms/prv/file/made-up'
  const plan = { name: 'plan.pdf', mediaType: 'application/pdf', byteSize: 1234, url }
  const sentAt = Date.now()
  world.append(conversation, { sender: 0, text: 'The plan', sentAt, attachments: [plan] })
  world.append(conversation, { sender: 0, text: 'No plan', sentAt: sentAt + 1 })
  return readAll(harness)
}

async function chipOf(harness: Harness, text: string) {
  const message = await harness.db.messages.filter((one) => one.text === text).first()
  return { chip: message?.hasAttachment, attachments: message?.attachments }
}

test.each(
  inEachDialect(
    { attachments: 'array', hasAttachment: 'true' },
    { attachments: 'null', hasAttachment: 'true' },
    { attachments: 'absent', hasAttachment: 'true' },
  ),
)(
  '8.8 attachments: $said in the $dialect dialect, shown as far as they are told',
  async ({ dialect, wire }) => {
    const harness = await withAttachment(await makeInbox({ dialect, wire }))
    const url = 'https://www.linkedin.com/dms/prv/file/made-up'
    const told = [{ name: 'plan.pdf', mediaType: 'application/pdf', byteSize: 1234, url }]
    expect(await chipOf(harness, 'The plan')).toEqual({
      chip: true,
      attachments: wire.attachments === 'array' ? told : [],
    })
    expect(await chipOf(harness, 'No plan')).toEqual({ chip: false, attachments: [] })
  },
)

test.each(
  inEachDialect(
    { hasAttachment: 'denied', attachments: 'array' },
    { hasAttachment: 'true', attachments: 'null' },
    { hasAttachment: 'absent', attachments: 'array' },
  ),
)(
  '8.9 hasAttachment vs attachments: $said in the $dialect dialect, either is enough',
  async ({ dialect, wire }) => {
    const harness = await withAttachment(await makeInbox({ dialect, wire }))
    expect((await chipOf(harness, 'The plan')).chip).toBe(true)
    expect((await chipOf(harness, 'No plan')).chip).toBe(false)
  },
)

test.each(inEachDialect({ mailbox: 'sample', sentAt: 'ms', sender: 'senderId', profile: 'opaque' }))(
  '8.27 doc samples: a sentence where the message URN belongs costs no message ($dialect dialect)',
  async ({ dialect, wire }) => {
    const harness = await readAll(await makeInbox({ dialect, wire }))
    await expectTheWorld(harness, { keys: false })
    harness.sandbox.receive({ text: 'First' })
    await harness.pull()
    harness.sandbox.receive({ text: 'Second' })
    await harness.pull()
    await expectTheWorld(harness, { keys: false })
    expect(harness.arrivals.map((message) => message.text)).toEqual(['First', 'Second'])
  },
)

test.each(inEachDialect({ sentAt: 'zero' }, { sentAt: 'absent' }))(
  '8.27 doc samples: $said in the $dialect dialect is no time; the key tells it',
  async ({ dialect, wire }) => {
    await expectTheWorld(await readAll(await makeInbox({ dialect, wire })))
  },
)

test.each(DIALECTS)(
  '8.28 durationSeconds: a text beside a number costs nothing; the full sync is done (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect })
    for (const { id } of harness.sandbox.world.accounts)
      harness.sandbox.setInitialSync(id, { durationMs: 20 })
    await harness.connected()
    await expect
      .poll(async () => {
        await harness.pull()
        return (await harness.db.accounts.toArray()).map((account) => account.import.stage)
      })
      .toEqual(['done', 'done'])
    for (const row of await harness.db.conversations.toArray()) await openConversation(harness.sync, row.id)
    await expectTheWorld(harness)
  },
)
