import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstMessageId, type Recipient } from '../../../lib/domain/firstMessage.ts'
import { keyOf } from '../../../lib/domain/urn.ts'
import { createOutbox } from '../../../lib/outbox/drain.ts'
import { addFile, filesInBox, keepContent } from '../../../lib/store/intents/files.ts'
import { enqueueFirst } from '../../../lib/store/intents/firstMessages.ts'
import { editReply, sendAgain } from '../../../lib/store/intents/replies.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { findConversation } from '../../../lib/sync/findConversation.ts'
import type { FaultEffect } from '../../sandbox/server/faults'
import { makeHarness, makeLocks } from '../harness.ts'
import { mortal } from './mortal.ts'

const SEND = 'POST /conversations/send'
const EXISTS = 'GET /conversations/exists/:profile'
const UPLOAD = 'POST /conversations/upload-attachment'
const HOUR = 3_600_000

async function inbox() {
  const harness = await makeHarness({ conversations: 10, accounts: 1, messagesPerConversation: 2 })
  await harness.connected()
  const accountId = harness.sandbox.world.accounts[0]?.id ?? ''
  const find = async (profile: string) => findConversation(harness.sync, accountId, profile)
  const write = async (profile: string, text: string) => {
    const { to } = await find(profile)
    await enqueueFirst(harness.db, accountId, to, text, harness.now())
    await harness.outbox.drain()
    return to
  }
  const sent = (text: string) => harness.sandbox.deliveries().filter((one) => one.text === text).length
  const stands = (to: Recipient) => sendsOf(harness.db, firstMessageId(accountId, to))
  const threadOf = (slug: string) =>
    harness.sandbox.world.conversations(accountId).find(({ people }) => people[0]?.slug === slug)
  const settle = async () => {
    for (let round = 0; round < 4; round++) {
      harness.clock.ahead += 25_000
      await harness.outbox.drain()
    }
  }
  const shownIn = async (slug: string, text: string) => {
    const row = await harness.conversation(threadOf(slug)?.key ?? '')
    return { shown: await harness.shown(row.id, text), open: (await sendsOf(harness.db, row.id)).length }
  }
  const attach = async (to: Recipient, name: string) => {
    const facts = { name, mediaType: 'image/png', byteSize: 3 }
    const { id } = await addFile(harness.db, firstMessageId(accountId, to), facts, harness.now())
    await keepContent(harness.db, id, Uint8Array.of(1, 2, 3).buffer)
  }
  return { harness, accountId, find, write, sent, stands, threadOf, settle, shownIn, attach }
}

test('a conversation that is told by its key alone is written to by a whole URN', async () => {
  const harness = await makeHarness({
    conversations: 10,
    accounts: 1,
    over: (api) => ({
      ...api,
      conversationExists: async (...asked) => {
        const answer = await api.conversationExists(...asked)
        return { ...answer, conversationUrn: answer.conversationUrn && keyOf(answer.conversationUrn) }
      },
    }),
  })
  await harness.connected()
  const known = harness.sandbox.world.conversations().find(({ channel }) => channel === 'inbox')
  const row = await harness.conversation(known?.key ?? '')
  await harness.db.conversations.delete(row.id)
  const found = await findConversation(harness.sync, row.accountId, known?.people[0]?.slug ?? '')
  expect(found.conversationId).toBe(row.id)
  expect(await harness.db.conversations.get(row.id)).toMatchObject({ urn: row.urn })
})

test('somebody new is written to by the URN of their profile, once, and the conversation is there at once', async () => {
  const { harness, accountId, write, sent, stands, shownIn } = await inbox()
  const to = await write('ines-carvalho-42', 'Hello Ines')
  expect(sent('Hello Ines')).toBe(1)
  expect(harness.sandbox.requests({ route: SEND })[0]?.body).toEqual({
    accountId,
    recipientProfileUrn: to.profileUrn,
    message: 'Hello Ines',
    messagingChannel: 'linkedin_inbox',
  })
  expect(await stands(to)).toEqual([])
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
  await harness.pull()
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
  expect(harness.sandbox.violations()).toEqual([])
})

test('a conversation that there is already is found, also where no list showed it', async () => {
  const { harness, find } = await inbox()
  const known = harness.sandbox.world
    .conversations()
    .find((one) => one.channel === 'inbox' && one.people.length === 1)
  const row = await harness.conversation(known?.key ?? '')
  const slug = known?.people[0]?.slug ?? ''
  expect((await find(slug)).conversationId).toBe(row.id)
  await harness.db.conversations.delete(row.id)
  expect((await find(slug)).conversationId).toBe(row.id)
  await harness.outboxDeps.readThread(row.id, { sync: true, lane: 'send' })
  expect((await harness.conversation(row.key)).title).toBe(row.title)
})

test('a profile that there is not is said', async () => {
  const { find } = await inbox()
  await expect(find('nobody-at-all')).rejects.toMatchObject({ kind: 'notFound' })
})

test('delivered without an answer: it is found in the conversation it began, and never posted again', async () => {
  const { harness, write, sent, settle, shownIn, stands } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { deliverThen: { status: 502 } } })
  const to = await write('ines-carvalho-42', 'Hello Ines')
  expect((await stands(to)).map(({ state }) => state)).toEqual(['unconfirmed'])
  await settle()
  expect(sent('Hello Ines')).toBe(1)
  expect(harness.sandbox.requests({ route: SEND })).toHaveLength(1)
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
})

test('not delivered and not answered: it waits for the user as not confirmed, and is sent again when asked for', async () => {
  const { harness, write, sent, settle, stands, shownIn } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  const to = await write('ines-carvalho-42', 'Hello Ines')
  harness.sandbox.clearFaults()
  await settle()
  const [open] = await stands(to)
  expect(open).toMatchObject({ state: 'unconfirmed', misses: 2 })
  expect(sent('Hello Ines')).toBe(0)
  await sendAgain(harness.db, open?.id ?? '', harness.now())
  await harness.outbox.drain()
  expect(sent('Hello Ines')).toBe(1)
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
})

test('sent again though it had arrived after all: it is found before anything is posted', async () => {
  const { harness, write, sent, settle, stands, shownIn } = await inbox()
  // Nobody can look for the thread after the post, as its profile cannot be asked for.
  harness.sandbox.fault({ route: EXISTS, effect: { status: 503 }, skip: 2, times: 'always' })
  harness.sandbox.fault({ route: SEND, effect: { deliverThen: 'reset' } })
  const to = await write('ines-carvalho-42', 'Hello Ines')
  await settle()
  const [open] = await stands(to)
  expect(open?.state).toBe('unconfirmed')
  harness.sandbox.clearFaults()
  await sendAgain(harness.db, open?.id ?? '', harness.now())
  await settle()
  expect(sent('Hello Ines')).toBe(1)
  expect(harness.sandbox.requests({ route: SEND })).toHaveLength(1)
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
})

test('what the list shows first is joined: one conversation, one bubble', async () => {
  const { harness, write, settle, shownIn } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { deliverThen: { status: 502 } } })
  await write('ines-carvalho-42', 'Hello Ines')
  // The list and the messages come in before anybody looks for the thread.
  await harness.pull()
  await settle()
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
  expect((await harness.db.outbox.toArray()).filter(({ kind }) => kind === 'send')).toEqual([])
})

test('files go out with a first message, once, and leave this computer', async () => {
  const { harness, write, find, shownIn, attach } = await inbox()
  await attach((await find('ines-carvalho-42')).to, 'offer.png')
  await write('ines-carvalho-42', 'Hello Ines')
  expect(harness.sandbox.deliveries()).toMatchObject([{ text: 'Hello Ines', files: ['offer.png'] }])
  expect(harness.sandbox.requests({ route: UPLOAD })).toHaveLength(1)
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
  await harness.outbox.drain()
  expect([await harness.db.files.count(), await harness.db.fileContents.count()]).toEqual([0, 0])
  expect(harness.sandbox.violations()).toEqual([])
})

test('a message that failed goes on in the conversation that came up meanwhile, with its files, once', async () => {
  const { harness, accountId, find, write, sent, settle, shownIn, attach, threadOf } = await inbox()
  await attach((await find('ines-carvalho-42')).to, 'offer.png')
  harness.sandbox.fault({ route: UPLOAD, effect: { status: 400, body: { error: 'Not now' } } })
  const to = await write('ines-carvalho-42', 'Hello Ines')
  const [failed] = await sendsOf(harness.db, firstMessageId(accountId, to))
  expect(failed?.error?.text).toMatch(/^“offer.png” could not be uploaded/)
  // Somebody begins the conversation elsewhere, and the list shows it.
  await harness.sync.api.sendFirst({ accountId, to, message: 'From my phone' }, { lane: 'send' })
  await harness.pull()
  await harness.outbox.drain()
  const row = await harness.conversation(threadOf('ines-carvalho-42')?.key ?? '')
  expect((await sendsOf(harness.db, row.id)).map(({ state }) => state)).toEqual(['failed'])
  // Taken back, text and file are in the box of the conversation it is in now.
  await editReply(harness.db, failed?.id ?? '', harness.now())
  expect((await harness.db.drafts.get(row.id))?.text).toBe('Hello Ines')
  expect(await filesInBox(harness.db, row.id)).toHaveLength(1)
  await harness.reply(row.id, 'Hello Ines')
  await settle()
  expect(sent('Hello Ines')).toBe(1)
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })
})

test('a first message waits for its time, and goes out once; much too late it asks', async () => {
  const { harness, accountId, find, sent, stands, shownIn } = await inbox()
  const { to } = await find('ines-carvalho-42')
  const now = harness.now()
  await expect(enqueueFirst(harness.db, accountId, to, 'Hello', now, { dueAt: now })).rejects.toThrow(
    RangeError,
  )
  await enqueueFirst(harness.db, accountId, to, 'Hello Ines', now, { dueAt: now + HOUR })
  await harness.outbox.drain()
  expect((await stands(to)).map(({ state }) => state)).toEqual(['scheduled'])
  harness.clock.ahead += HOUR
  await harness.outbox.drain()
  expect(sent('Hello Ines')).toBe(1)
  expect(await shownIn('ines-carvalho-42', 'Hello Ines')).toEqual({ shown: 1, open: 0 })

  const other = (await find('jonas-weber-7')).to
  await enqueueFirst(harness.db, accountId, other, 'Hello Jonas', harness.now(), {
    dueAt: harness.now() + HOUR,
  })
  harness.clock.ahead += 2 * HOUR
  await harness.outbox.drain()
  expect(sent('Hello Jonas')).toBe(0)
  expect((await stands(other)).map(({ state }) => state)).toEqual(['scheduled'])
})

test('a worker that dies at any step leaves at most one delivery and a row that is right (150 deaths)', async () => {
  const { harness, accountId, find, sent, settle, shownIn, stands, attach } = await inbox()
  const effects: Record<string, FaultEffect | null> = {
    answered: null,
    'delivered, then 502': { deliverThen: { status: 502 } },
    'delivered without an id': { deliverThen: { status: 200 } },
    refused: { status: 400, body: { error: 'Not today' } },
    'reset before delivery': { reset: true },
  }
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(effects)),
      fc.integer({ min: 0, max: 40 }),
      fc.boolean(),
      async (outcome, lastStep, withFile) => {
        const slug = `somebody-${++count}`
        const text = `Hello ${count}`
        const { to } = await find(slug)
        const effect = effects[outcome]
        const lift = effect ? harness.sandbox.fault({ route: SEND, effect }) : () => undefined
        if (withFile) await attach(to, 'offer.png')
        await enqueueFirst(harness.db, accountId, to, text, harness.now())
        const { deps, life } = mortal({ ...harness.outboxDeps, lock: makeLocks() }, harness.db.name, lastStep)
        await Promise.race([createOutbox(deps).drain(), life.died])
        await harness.settled()
        lift()
        deps.db.close()
        await settle()
        // The next poll, whose list shows the conversation.
        await harness.pull()
        await harness.outbox.drain()
        expect(sent(text)).toBeLessThanOrEqual(1)
        const left = await stands(to)
        if (sent(text) === 1) {
          expect(left).toEqual([])
          expect(await shownIn(slug, text)).toEqual({ shown: 1, open: 0 })
          const [delivered] = harness.sandbox.deliveries().filter((one) => one.text === text)
          expect(delivered?.files).toEqual(withFile ? ['offer.png'] : [])
        } else {
          expect(left.map(({ state }) => ['failed', 'unconfirmed'].includes(state))).toEqual([true])
        }
        await harness.db.outbox.clear()
      },
    ),
    { numRuns: 150, endOnFailure: true },
  )
}, 300_000)
