import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstMessageId, type Recipient } from '../../../lib/domain/firstMessage.ts'
import { createOutbox } from '../../../lib/outbox/drain.ts'
import { enqueueFirst } from '../../../lib/store/intents/firstMessages.ts'
import { sendAgain } from '../../../lib/store/intents/replies.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { findConversation } from '../../../lib/sync/findConversation.ts'
import type { FaultEffect } from '../../sandbox/server/faults'
import { makeHarness, makeLocks } from '../harness.ts'
import { mortal } from './mortal.ts'

const SEND = 'POST /conversations/send'
const EXISTS = 'GET /conversations/exists/:profile'

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
  return { harness, accountId, find, write, sent, stands, threadOf, settle, shownIn }
}

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
  await harness.outboxDeps.readThread(row.id, { sync: true })
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

test('a worker that dies at any step leaves at most one delivery and a row that is right (150 deaths)', async () => {
  const { harness, accountId, find, sent, settle, shownIn, stands } = await inbox()
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
      fc.integer({ min: 0, max: 30 }),
      async (outcome, lastStep) => {
        const slug = `somebody-${++count}`
        const text = `Hello ${count}`
        const { to } = await find(slug)
        const effect = effects[outcome]
        const lift = effect ? harness.sandbox.fault({ route: SEND, effect }) : () => undefined
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
        } else {
          expect(left.map(({ state }) => ['failed', 'unconfirmed'].includes(state))).toEqual([true])
        }
        await harness.db.outbox.clear()
      },
    ),
    { numRuns: 150, endOnFailure: true },
  )
}, 300_000)
